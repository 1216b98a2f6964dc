export { announceDigests } from './announce-digests.ts';
export { getDigest, updateDigest } from './digest-setting.ts';
export { sendDigest } from './send-digest.ts';
