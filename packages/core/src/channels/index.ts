export { addChannel } from './add-channel.ts';
export { listChannels } from './list-channels.ts';
export { listChannelMessages } from './list-messages.ts';
export { removeChannel } from './remove-channel.ts';
export { sendChat } from './send-chat.ts';
export { channelFactsPlace, channelSecretPlace, purgeChannelMessages, webhookPlace } from './store.ts';
export { tellChannels, tellChannelsAll } from './tell-channels.ts';
export { testChannel } from './test-channel.ts';
export { updateChannel } from './update-channel.ts';
