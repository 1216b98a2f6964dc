export { type ActiveAllowlists, activeAllowlists, knownAllowlists } from './active-allowlists.ts';
export { getAllowlists } from './get-allowlists.ts';
export { updateAllowlists } from './update-allowlists.ts';
