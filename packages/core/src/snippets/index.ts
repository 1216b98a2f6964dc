export { keepSnippet, listSnippets, removeSnippet } from './operations.ts';
export { rememberReason } from './remember.ts';
export { snippetPlace } from './store.ts';
