export { CodeStep } from './code-step.tsx';
export { SessionEntry } from './session-entry.tsx';
export { SessionList } from './session-list.tsx';
export { useSecurityText } from './text/index.ts';
export { TwoStep, type TwoStepActs } from './two-step.tsx';
