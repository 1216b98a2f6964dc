import type { evidenceZh } from './evidence-zh-CN.ts';

export const evidenceEn: typeof evidenceZh = {
  label: 'Evidence',
  optional: 'Evidence (optional)',
  hint: 'PDF, JPG or PNG, up to 10 MB each, at most 10. For example proof of delivery, messages, an invoice.',
  choose: 'Choose files',
  drop: 'or drop them here',
  dropNow: 'Let go to upload',
  waiting: 'Waiting',
  uploading: (percent) => `Uploading ${percent}%`,
  storing: 'Saving…',
  uploaded: (count) => (count === 1 ? '1 file uploaded' : `${count} files uploaded`),
  remove: (name) => `Remove ${name}`,
  retry: 'Retry',
  retryOf: (name) => `Retry ${name}`,
  faults: {
    type: 'Only PDF, JPG and PNG. Convert it and choose it again.',
    tooLarge: 'Larger than 10 MB. Compress or split it and choose it again.',
    empty: 'This file is empty. Choose another.',
    tooMany: 'At most 10 files. Remove one that is not needed first.',
    duplicate: 'A file with the same content is in the list already.',
  },
  answered: 'Evidence',
  download: 'Download',
};
