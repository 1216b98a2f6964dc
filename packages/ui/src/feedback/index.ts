export { ConfirmDialog } from './confirm-dialog.tsx';
export { EmptyState } from './empty-state.tsx';
export { ErrorNote } from './error-note.tsx';
export { ErrorState } from './error-state.tsx';
export type { Problem } from './problem.ts';
export { DetailSkeleton, ListSkeleton } from './skeletons.tsx';
