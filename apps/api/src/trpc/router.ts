import {
  acceptInvitation,
  activate,
  changeColleagueRole,
  changeEmail,
  changePassword,
  confirmEmail,
  disableColleague,
  enableColleague,
  inviteColleague,
  listColleagues,
  me,
  readLinkFacts,
  register,
  removeInvitation,
  resendActivation,
  resendInvitation,
  resetPassword,
  updateMe,
} from '@forewarn/core/accounts';
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
import { createCard, listCards, registerCard, removeCard, updateCard } from '@forewarn/core/cards';
import { getDelivery, listDeliveries, replayDelivery } from '@forewarn/core/deliveries';
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
  auth: {
    me: expose(me),
    updateMe: expose(updateMe),
    register: expose(register),
    activate: expose(activate),
    resendActivation: expose(resendActivation),
    resetPassword: expose(resetPassword),
    changePassword: expose(changePassword),
    changeEmail: expose(changeEmail),
    confirmEmail: expose(confirmEmail),
    acceptInvitation: expose(acceptInvitation),
    link: expose(readLinkFacts),
  },
  colleagues: {
    list: expose(listColleagues),
    invite: expose(inviteColleague),
    resend: expose(resendInvitation),
    remove: expose(removeInvitation),
    changeRole: expose(changeColleagueRole),
    disable: expose(disableColleague),
    enable: expose(enableColleague),
  },
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
    merchants: { list: expose(listMerchants), get: expose(getMerchant) },
    deliveries: { list: expose(listDeliveries), get: expose(getDelivery), replay: expose(replayDelivery) },
    credentials: { list: expose(listCredentials), update: expose(updateCredential), test: expose(testCredentials) },
    interfaceCalls: { list: expose(listInterfaceCalls), get: expose(getInterfaceCall) },
    audit: { list: expose(listAudit) },
  },
});
export type AppRouter = typeof appRouter;
