import { me } from '@forewarn/core/accounts';
import { getMerchant, getProfile, listMerchants, updateProfile } from '@forewarn/core/merchants';
import {
  getInterfaceCall,
  listAudit,
  listCredentials,
  listInterfaceCalls,
  testCredentials,
  updateCredential,
} from '@forewarn/core/platform';
import { expose, router } from './expose.ts';

/** The table of contents of the tRPC door. Signing in and out is REST's (`/api/v1/auth/*`), because of the cookie. */
export const appRouter = router({
  auth: { me: expose(me) },
  profile: { get: expose(getProfile), update: expose(updateProfile) },
  admin: {
    merchants: { list: expose(listMerchants), get: expose(getMerchant) },
    credentials: { list: expose(listCredentials), update: expose(updateCredential), test: expose(testCredentials) },
    interfaceCalls: { list: expose(listInterfaceCalls), get: expose(getInterfaceCall) },
    audit: { list: expose(listAudit) },
  },
});
export type AppRouter = typeof appRouter;
