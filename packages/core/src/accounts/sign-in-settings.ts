import { z } from 'zod';
import { query } from '../kernel/operation.ts';
import { SignInSettings } from './model.ts';

/** What a sign-in page has to know before anybody is known: where staff's passwords are kept. */
export const signInSettings = query('auth.signInSettings', {
  permission: 'public',
  summary: 'Shows whether staff sign in by accounts of this system or at the operator’s own sign-in service.',
  input: z.object({}),
  output: SignInSettings,
}).run(async ({ ports }) => ({ staff: ports.staffSignIn.mode }));
