export { normalizeEmail, normalizePhone } from './identifier.ts';
