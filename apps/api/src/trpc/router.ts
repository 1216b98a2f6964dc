import { me } from '@forewarn/core/accounts';
import {
  adminAlertPulse,
  adminListAlerts,
  alertPulse,
  assignAlert,
  exportAlerts,
  getAlert,
  listAlerts,
  processAlert,
  removeEvidence,
} from '@forewarn/core/alerts';
import { getAllowlists, updateAllowlists } from '@forewarn/core/allowlists';
import { exportAudit, getAudit, listAudit, verifyAudit } from '@forewarn/core/audit';
import { createCard, listCards, registerCard, removeCard, updateCard } from '@forewarn/core/cards';
import { getDelivery, listDeliveries, replayDelivery } from '@forewarn/core/deliveries';
import { getKeyStatus, rotateKeys } from '@forewarn/core/keys';
import {
  closeMerchant,
  consequences,
  createMerchant,
  getMerchant,
  getProfile,
  listMerchants,
  resendActivation,
  restoreMerchant,
  suspendMerchant,
  unlockMerchant,
  updateProfile,
} from '@forewarn/core/merchants';
import {
  getInterfaceCall,
  listCredentials,
  listInterfaceCalls,
  testCredentials,
  updateCredential,
} from '@forewarn/core/platform';
import { revealSensitive } from '@forewarn/core/sensitive';
import {
  acceptInvitation,
  createRole,
  createTeam,
  disableStaff,
  enableStaff,
  getStaff,
  inviteStaff,
  listRoles,
  listStaff,
  listTeams,
  readInvitation,
  removeInvitation,
  removeRole,
  renameTeam,
  resendInvitation,
  resetRole,
  updateRole,
  updateStaff,
} from '@forewarn/core/staff';
import { expose, router } from './expose.ts';

/** The table of contents of the tRPC door. Signing in and out is REST's (`/api/v1/auth/*`), because of the cookie. */
export const appRouter = router({
  auth: { me: expose(me) },
  profile: { get: expose(getProfile), update: expose(updateProfile) },
  cards: {
    list: expose(listCards),
    create: expose(createCard),
    update: expose(updateCard),
    remove: expose(removeCard),
    register: expose(registerCard),
  },
  alerts: {
    list: expose(listAlerts),
    get: expose(getAlert),
    pulse: expose(alertPulse),
    process: expose(processAlert),
    removeEvidence: expose(removeEvidence),
    export: expose(exportAlerts),
  },
  admin: {
    alerts: { list: expose(adminListAlerts), pulse: expose(adminAlertPulse), assign: expose(assignAlert) },
    merchants: {
      list: expose(listMerchants),
      get: expose(getMerchant),
      create: expose(createMerchant),
      consequences: expose(consequences),
      suspend: expose(suspendMerchant),
      restore: expose(restoreMerchant),
      close: expose(closeMerchant),
      unlock: expose(unlockMerchant),
      resendActivation: expose(resendActivation),
    },
    staff: {
      list: expose(listStaff),
      get: expose(getStaff),
      invite: expose(inviteStaff),
      resendInvitation: expose(resendInvitation),
      removeInvitation: expose(removeInvitation),
      readInvitation: expose(readInvitation),
      acceptInvitation: expose(acceptInvitation),
      update: expose(updateStaff),
      disable: expose(disableStaff),
      enable: expose(enableStaff),
    },
    teams: { list: expose(listTeams), create: expose(createTeam), rename: expose(renameTeam) },
    roles: {
      list: expose(listRoles),
      create: expose(createRole),
      update: expose(updateRole),
      remove: expose(removeRole),
      reset: expose(resetRole),
    },
    deliveries: { list: expose(listDeliveries), get: expose(getDelivery), replay: expose(replayDelivery) },
    credentials: { list: expose(listCredentials), update: expose(updateCredential), test: expose(testCredentials) },
    interfaceCalls: { list: expose(listInterfaceCalls), get: expose(getInterfaceCall) },
    security: { allowlists: { get: expose(getAllowlists), update: expose(updateAllowlists) } },
    audit: {
      list: expose(listAudit),
      get: expose(getAudit),
      export: expose(exportAudit),
      verify: expose(verifyAudit),
    },
    sensitive: { reveal: expose(revealSensitive) },
    keys: { status: expose(getKeyStatus), rotate: expose(rotateKeys) },
  },
});
export type AppRouter = typeof appRouter;
