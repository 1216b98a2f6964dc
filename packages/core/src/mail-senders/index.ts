export { activeSenders, forgetSenders } from './active-senders.ts';
export { type Delivery, deliver } from './deliver.ts';
export { listSenders } from './list-senders.ts';
export { senderSecretPlace } from './sender-fields.ts';
export { testSender } from './test-sender.ts';
export { createSender, orderSenders, removeSender, updateSender } from './write-sender.ts';
