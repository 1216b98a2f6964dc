import type { problems as source } from '../zh-CN/problems.ts';

export const problems: typeof source = {
  OFFLINE: {
    title: 'You are offline',
    text: 'Check the network of your phone or computer, then try again.',
  },
  UNREACHABLE: {
    title: 'The server cannot be reached',
    text: 'The network may be unstable or the system under maintenance. Try again shortly; what you have filled in is still here.',
  },
  TIMEOUT: {
    title: 'The server takes too long',
    text: 'Try again shortly. If you have just sent an answer, refresh first to see whether it went through.',
  },
  UNREADABLE: {
    title: 'The reply could not be read',
    text: 'This page may be out of date. Reload it and try again.',
  },
  UNKNOWN: {
    title: 'Something unexpected happened',
    text: 'Try again; if it still fails, send us the request id.',
  },
  failed: 'That did not work',
  loadFailed: 'Could not load',
};
