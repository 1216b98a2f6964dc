export { learnAlias } from './learn-alias.ts';
export { listAliases } from './list-aliases.ts';
export { previewAlias } from './preview-alias.ts';
export { removeAlias } from './remove-alias.ts';
