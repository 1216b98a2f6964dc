/** The quiet sheet on which everything before the sign-in stands. */
export { Sheet as AuthLayout } from '../../app/sheet.tsx';
