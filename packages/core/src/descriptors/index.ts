export { dismissGap } from './dismiss-gap.ts';
export { enrolGap } from './enrol-gap.ts';
export { lintCard } from './lint-card.ts';
export { listGaps } from './list-gaps.ts';
export { listSilent } from './list-silent.ts';
export { listUnmatched } from './list-unmatched.ts';
