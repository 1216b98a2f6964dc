export { exportAudit } from './export-audit.ts';
export { extendChain } from './extend-chain.ts';
export { getAudit } from './get-audit.ts';
export { listAudit } from './list-audit.ts';
export { makeCheckpoint } from './make-checkpoint.ts';
export { problemText } from './problem-text.ts';
export { verifyAudit } from './verify-audit.ts';
export { verifyNightly } from './verify-nightly.ts';
export { verifyWhole, type WholeVerification } from './verify-whole.ts';
