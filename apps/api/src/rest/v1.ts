import {
  adminEndSession,
  adminEndSessions,
  adminListSessions,
  confirmTotp,
  disableTotp,
  endOtherSessions,
  endSession,
  listSessions,
  login,
  logout,
  me,
  refresh,
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
  getEvidence,
  listAlerts,
  processAlert,
  removeEvidence,
  uploadEvidence,
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
import { RestSignedIn } from './session.ts';
import { createTable } from './table.ts';

/** The table of contents of the REST door: the documents' paths (A-270…A-282), below `/api/v1`, and their aliases. */
const rest = createTable();

const signIn = { tag: 'Sign-in', output: RestSignedIn };
rest.post('/auth/login', login, { ...signIn, session: 'open', aliases: ['/api/merchant/login'] });
rest.post('/auth/refresh', refresh, { ...signIn, session: 'renew', aliases: ['/api/merchant/refresh'] });
rest.post('/auth/logout', logout, { tag: 'Sign-in', session: 'close', aliases: ['/api/merchant/logout'] });
rest.get('/auth/me', me, { tag: 'Sign-in' });

const safety = { tag: 'Security' };
rest.get('/auth/security', securityState, safety);
rest.get('/auth/sessions', listSessions, safety);
rest.delete('/auth/sessions/{id}', endSession, safety);
rest.post('/auth/sessions/end-others', endOtherSessions, safety);
rest.post('/auth/totp/start', startTotp, safety);
rest.post('/auth/totp/confirm', confirmTotp, safety);
rest.post('/auth/totp/disable', disableTotp, safety);
rest.post('/auth/totp/recovery-codes', renewRecoveryCodes, safety);

const profile = { tag: 'Profile', aliases: ['/api/merchant/profile'] };
rest.get('/merchant/profile', getProfile, profile);
rest.put('/merchant/profile', updateProfile, profile);

const cards = { tag: 'Cards' };
rest.get('/cards', listCards, cards);
rest.post('/cards', createCard, cards);
rest.put('/cards/{id}', updateCard, cards);
rest.delete('/cards/{id}', removeCard, cards);
rest.post('/cards/{id}/register', registerCard, cards);

const alerts = { tag: 'Alerts' };
rest.get('/alerts', listAlerts, alerts);
rest.get('/alerts/pulse', alertPulse, alerts);
rest.get('/alerts/{id}', getAlert, alerts);
rest.put('/alerts/{id}/process', processAlert, alerts);
rest.post('/alerts/{id}/evidence', uploadEvidence, { ...alerts, takesFile: true });
rest.get('/alerts/{id}/evidence/{evidenceId}', getEvidence, { ...alerts, givesFile: true });
rest.delete('/alerts/{id}/evidence/{evidenceId}', removeEvidence, alerts);
rest.post('/alerts/export', exportAlerts, alerts);

const staff = { tag: 'Staff' };
rest.get('/admin/alerts', adminListAlerts, staff);
rest.get('/admin/alerts/pulse', adminAlertPulse, staff);
rest.post('/admin/alerts/{id}/assign', assignAlert, staff);
rest.get('/admin/deliveries', listDeliveries, staff);
rest.get('/admin/deliveries/{id}', getDelivery, staff);
rest.post('/admin/deliveries/{id}/replay', replayDelivery, staff);
rest.get('/admin/merchants', listMerchants, staff);
rest.get('/admin/merchants/{id}', getMerchant, staff);
rest.get('/admin/credentials', listCredentials, staff);
rest.put('/admin/credentials', updateCredential, staff);
rest.post('/admin/credentials/test', testCredentials, staff);
rest.get('/admin/interface-calls', listInterfaceCalls, staff);
rest.get('/admin/interface-calls/{id}', getInterfaceCall, staff);
rest.get('/admin/audit', listAudit, staff);

rest.get('/admin/sessions', adminListSessions, staff);
rest.post('/admin/sessions/end-all', adminEndSessions, staff);
rest.delete('/admin/sessions/{id}', adminEndSession, staff);
rest.post('/admin/totp/reset', resetTotp, staff);
rest.get('/admin/security/events', listSecurityEvents, staff);
rest.get('/admin/security/events/pulse', securityPulse, staff);
rest.get('/admin/security/events/{id}', getSecurityEvent, staff);
rest.post('/admin/security/events/{id}/acknowledge', acknowledgeSecurityEvent, staff);
rest.get('/admin/security/thresholds', getThresholds, staff);
rest.put('/admin/security/thresholds', updateThresholds, staff);

export const v1 = rest.routes;
