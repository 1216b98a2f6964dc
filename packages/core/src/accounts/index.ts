export { createStaff } from './create-staff.ts';
export { normalizeEmail, normalizePhone } from './identifier.ts';
export { login } from './login.ts';
export { logout } from './logout.ts';
export { me } from './me.ts';
export { purgeSignIns } from './purge-store.ts';
export { refresh } from './refresh.ts';
export { resolveActor } from './resolve-actor.ts';
export { readGrants, staffGrants } from './role-store.ts';
