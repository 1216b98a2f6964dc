export { getKeyStatus } from './get-key-status.ts';
export { PARTS } from './parts.ts';
export { resealBatch } from './reseal-batch.ts';
export { rotateKeys } from './rotate-keys.ts';
export { SEALED_COLUMNS } from './sealed-store.ts';
