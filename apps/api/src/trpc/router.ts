import {
  adminEndSession,
  adminEndSessions,
  adminListSessions,
  confirmTotp,
  disableTotp,
  endOtherSessions,
  endSession,
  listSessions,
  me,
  renewRecoveryCodes,
  resetTotp,
  securityState,
  startTotp,
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
import {
  acknowledgeSecurityEvent,
  getSecurityEvent,
  getThresholds,
  listSecurityEvents,
  securityPulse,
  updateThresholds,
} from '@forewarn/core/security-events';
import { expose, router } from './expose.ts';

/** The table of contents of the tRPC door. Signing in and out is REST's (`/api/v1/auth/*`), because of the cookie. */
export const appRouter = router({
  auth: {
    me: expose(me),
    security: expose(securityState),
    sessions: { list: expose(listSessions), end: expose(endSession), endOthers: expose(endOtherSessions) },
    totp: {
      start: expose(startTotp),
      confirm: expose(confirmTotp),
      disable: expose(disableTotp),
      renewCodes: expose(renewRecoveryCodes),
    },
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
    sessions: { list: expose(adminListSessions), end: expose(adminEndSession), endAll: expose(adminEndSessions) },
    totp: { reset: expose(resetTotp) },
    security: {
      events: {
        list: expose(listSecurityEvents),
        get: expose(getSecurityEvent),
        pulse: expose(securityPulse),
        acknowledge: expose(acknowledgeSecurityEvent),
      },
      thresholds: { get: expose(getThresholds), update: expose(updateThresholds) },
    },
  },
});
export type AppRouter = typeof appRouter;
