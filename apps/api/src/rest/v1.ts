import {
  acceptInvitation,
  activate,
  adminEndSession,
  adminEndSessions,
  adminListSessions,
  changeColleagueRole,
  changeEmail,
  changePassword,
  confirmEmail,
  confirmTotp,
  disableColleague,
  disableTotp,
  enableColleague,
  endOtherSessions,
  endSession,
  inviteColleague,
  listColleagues,
  listSessions,
  login,
  logout,
  me,
  readLinkFacts,
  refresh,
  register,
  removeInvitation,
  renewRecoveryCodes,
  resendActivation,
  resendInvitation,
  resetPassword,
  resetTotp,
  securityState,
  signInSettings,
  startTotp,
  updateMe,
} from '@forewarn/core/accounts';
import { adminAlertCounts, adminAlertPulse, adminListAlerts, assignAlert, assignAlerts } from '@forewarn/core/alerts';
import { learnAlias, listAliases, previewAlias, removeAlias } from '@forewarn/core/aliases';
import { getAllowlists, updateAllowlists } from '@forewarn/core/allowlists';
import { exportAudit, getAudit, listAudit, verifyAudit } from '@forewarn/core/audit';
import {
  downloadProblems,
  downloadTemplate,
  editImportRow,
  getImport,
  listImportRows,
  listImports,
  mapImport,
  removeImport,
  runImport,
  undoImport,
  uploadImport,
} from '@forewarn/core/card-imports';
import { SHEET_TYPES } from '@forewarn/core/card-imports/model';
import {
  createCard,
  exportCards,
  listCards,
  registerCard,
  registerCards,
  removeCard,
  removeCards,
  saveDraft,
  updateCard,
} from '@forewarn/core/cards';
import {
  addChannel,
  listChannelMessages,
  listChannels,
  removeChannel,
  testChannel,
  updateChannel,
} from '@forewarn/core/channels';
import {
  getDelivery,
  getMapping,
  listAlike,
  listDeliveries,
  replayDeliveries,
  replayDelivery,
  saveMapping,
} from '@forewarn/core/deliveries';
import { dismissGap, enrolGap, lintCard, listGaps, listSilent, listUnmatched } from '@forewarn/core/descriptors';
import { getDigest, updateDigest } from '@forewarn/core/digest';
import { listInbox, readInbox, readInboxMessage } from '@forewarn/core/inbox';
import { getKeyStatus, rotateKeys } from '@forewarn/core/keys';
import {
  createSender,
  listSenders,
  orderSenders,
  removeSender,
  testSender,
  updateSender,
} from '@forewarn/core/mail-senders';
import {
  getTemplate,
  getTemplateVersion,
  listTemplates,
  previewTemplate,
  resetTemplate,
  saveTemplate,
  sendTemplateTest,
  setChannels,
} from '@forewarn/core/mail-templates';
import {
  closeMerchant,
  consequences,
  createMerchant,
  getMerchant,
  getProfile,
  listMerchants,
  resendActivation as resendMerchantActivation,
  restoreMerchant,
  suspendMerchant,
  unlockMerchant,
  updateProfile,
} from '@forewarn/core/merchants';
import {
  getMail,
  getNotificationSettings,
  getTestMail,
  listMails,
  resendMails,
  sendTestMail,
  updateNotificationSettings,
} from '@forewarn/core/notifications';
import {
  backupCredentials,
  getInterfaceCall,
  listCredentials,
  listInterfaceCalls,
  restoreCredentials,
  testCredentials,
  updateCredential,
} from '@forewarn/core/platform';
import { adminListRules, adminPauseRule } from '@forewarn/core/response-rules';
import {
  acknowledgeSecurityEvent,
  getSecurityEvent,
  getThresholds,
  listSecurityEvents,
  securityPulse,
  updateThresholds,
} from '@forewarn/core/security-events';
import { revealSensitive } from '@forewarn/core/sensitive';
import {
  acceptInvitation as acceptStaffInvitation,
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
  removeRole,
  removeInvitation as removeStaffInvitation,
  renameTeam,
  resendInvitation as resendStaffInvitation,
  resetRole,
  updateRole,
  updateStaff,
} from '@forewarn/core/staff';
import { addAlertRoutes } from './alert-routes.ts';
import { SHEET_UPLOAD } from './read-file.ts';
import { RestSignedIn } from './session.ts';
import { createTable } from './table.ts';

/** The table of contents of the REST door: the documents' paths (A-270…A-282), below `/api/v1`, and their aliases. */
const rest = createTable();

const signIn = { tag: 'Sign-in', output: RestSignedIn };
rest.post('/auth/login', login, { ...signIn, session: 'open', aliases: ['/api/merchant/login'] });
rest.post('/auth/refresh', refresh, { ...signIn, session: 'renew', aliases: ['/api/merchant/refresh'] });
rest.post('/auth/logout', logout, { tag: 'Sign-in', session: 'close', aliases: ['/api/merchant/logout'] });
rest.get('/auth/settings', signInSettings, { tag: 'Sign-in' });
rest.get('/auth/me', me, { tag: 'Sign-in' });
rest.put('/auth/me', updateMe, { tag: 'Sign-in' });
rest.post('/auth/link', readLinkFacts, { tag: 'Sign-in' });

const account = (path: string) => ({ tag: 'Account', aliases: [`/api${path}`] });
rest.post('/merchant/register', register, account('/merchant/register'));
rest.post('/merchant/activate', activate, account('/merchant/activate'));
rest.post('/merchant/activate/resend', resendActivation, account('/merchant/activate/resend'));
rest.post('/merchant/reset-password', resetPassword, account('/merchant/reset-password'));
rest.post('/merchant/invitation', acceptInvitation, account('/merchant/invitation'));
rest.post('/merchant/email/confirm', confirmEmail, account('/merchant/email/confirm'));
rest.put('/merchant/password', changePassword, account('/merchant/password'));
rest.put('/merchant/email', changeEmail, account('/merchant/email'));

const colleagues = { tag: 'Colleagues' };
rest.get('/merchant/colleagues', listColleagues, colleagues);
rest.post('/merchant/colleagues', inviteColleague, colleagues);
rest.put('/merchant/colleagues/{id}/role', changeColleagueRole, colleagues);
rest.post('/merchant/colleagues/{id}/resend', resendInvitation, colleagues);
rest.post('/merchant/colleagues/{id}/disable', disableColleague, colleagues);
rest.post('/merchant/colleagues/{id}/enable', enableColleague, colleagues);
rest.delete('/merchant/colleagues/{id}', removeInvitation, colleagues);

const channels = { tag: 'Channels' };
rest.get('/merchant/channels', listChannels, channels);
rest.post('/merchant/channels', addChannel, channels);
rest.put('/merchant/channels/{id}', updateChannel, channels);
rest.delete('/merchant/channels/{id}', removeChannel, channels);
rest.post('/merchant/channels/{id}/test', testChannel, channels);
rest.get('/merchant/channels/{id}/messages', listChannelMessages, channels);
rest.get('/merchant/digest', getDigest, channels);
rest.put('/merchant/digest', updateDigest, channels);

const inbox = { tag: 'Inbox' };
rest.get('/merchant/inbox', listInbox, inbox);
rest.post('/merchant/inbox/read', readInbox, inbox);
rest.post('/merchant/inbox/{id}/read', readInboxMessage, inbox);

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
rest.get('/cards/lint', lintCard, cards);
rest.get('/cards/silent', listSilent, cards);
rest.get('/cards/gaps', listGaps, cards);
rest.post('/cards/gaps/enrol', enrolGap, cards);
rest.post('/cards/gaps/dismiss', dismissGap, cards);
rest.post('/cards/export', exportCards, cards);
rest.post('/cards', createCard, cards);
rest.put('/cards/{id}', updateCard, cards);
rest.delete('/cards/{id}', removeCard, cards);
rest.post('/cards/{id}/register', registerCard, cards);
rest.post('/cards/drafts', saveDraft, cards);
rest.post('/cards/batch/enrol', registerCards, cards);
rest.post('/cards/batch/remove', removeCards, cards);

const imports = { tag: 'Card imports' };
rest.get('/cards/imports', listImports, imports);
rest.post('/cards/imports', uploadImport, { ...imports, takesFile: SHEET_UPLOAD });
rest.get('/cards/imports/template', downloadTemplate, { ...imports, givesFile: SHEET_TYPES });
rest.get('/cards/imports/{id}', getImport, imports);
rest.delete('/cards/imports/{id}', removeImport, imports);
rest.put('/cards/imports/{id}/columns', mapImport, imports);
rest.get('/cards/imports/{id}/rows', listImportRows, imports);
rest.put('/cards/imports/{id}/rows/{line}', editImportRow, imports);
rest.get('/cards/imports/{id}/problems', downloadProblems, { ...imports, givesFile: SHEET_TYPES });
rest.post('/cards/imports/{id}/run', runImport, imports);
rest.post('/cards/imports/{id}/undo', undoImport, imports);

addAlertRoutes(rest);

const notifications = { tag: 'Notifications' };
rest.get('/merchant/notification-settings', getNotificationSettings, notifications);
rest.put('/merchant/notification-settings', updateNotificationSettings, notifications);
rest.post('/merchant/notification-settings/test', sendTestMail, notifications);
rest.get('/merchant/notification-settings/test/{id}', getTestMail, notifications);

const staff = { tag: 'Staff' };
rest.get('/admin/alerts', adminListAlerts, staff);
rest.get('/admin/alerts/counts', adminAlertCounts, staff);
rest.get('/admin/alerts/pulse', adminAlertPulse, staff);
rest.post('/admin/alerts/assign', assignAlerts, staff);
rest.post('/admin/alerts/{id}/assign', assignAlert, staff);
rest.get('/admin/descriptor-aliases', listAliases, staff);
rest.get('/admin/descriptor-aliases/preview', previewAlias, staff);
rest.post('/admin/descriptor-aliases', learnAlias, staff);
rest.delete('/admin/descriptor-aliases/{id}', removeAlias, staff);
rest.get('/admin/mails', listMails, staff);
rest.get('/admin/mails/{id}', getMail, staff);
rest.post('/admin/mails/resend', resendMails, staff);
rest.get('/admin/unmatched-descriptors', listUnmatched, staff);
rest.get('/admin/deliveries', listDeliveries, staff);
rest.get('/admin/deliveries/{id}', getDelivery, staff);
rest.post('/admin/deliveries/{id}/replay', replayDelivery, staff);
rest.get('/admin/deliveries/{id}/alike', listAlike, staff);
rest.post('/admin/deliveries/replay', replayDeliveries, staff);
rest.get('/admin/delivery-mapping', getMapping, staff);
rest.put('/admin/delivery-mapping', saveMapping, staff);
rest.get('/admin/merchants', listMerchants, staff);
rest.get('/admin/merchants/{id}', getMerchant, staff);
rest.post('/admin/merchants', createMerchant, staff);
rest.get('/admin/merchants/{id}/consequences', consequences, staff);
rest.post('/admin/merchants/{id}/suspend', suspendMerchant, staff);
rest.post('/admin/merchants/{id}/restore', restoreMerchant, staff);
rest.post('/admin/merchants/{id}/close', closeMerchant, staff);
rest.post('/admin/merchants/{id}/unlock', unlockMerchant, staff);
rest.post('/admin/merchants/{id}/resend-activation', resendMerchantActivation, staff);
rest.get('/admin/merchants/{merchantId}/rules', adminListRules, staff);
rest.post('/admin/rules/{id}/pause', adminPauseRule, staff);
rest.get('/admin/credentials', listCredentials, staff);
rest.put('/admin/credentials', updateCredential, staff);
rest.post('/admin/credentials/test', testCredentials, staff);
rest.post('/admin/credentials/backup', backupCredentials, staff);
rest.post('/admin/credentials/restore', restoreCredentials, staff);
rest.get('/admin/mail-templates', listTemplates, staff);
rest.get('/admin/mail-templates/{kind}/{locale}', getTemplate, staff);
rest.put('/admin/mail-templates/{kind}/{locale}', saveTemplate, staff);
rest.get('/admin/mail-templates/{kind}/{locale}/versions/{version}', getTemplateVersion, staff);
rest.post('/admin/mail-templates/{kind}/{locale}/preview', previewTemplate, staff);
rest.post('/admin/mail-templates/{kind}/{locale}/reset', resetTemplate, staff);
rest.post('/admin/mail-templates/{kind}/{locale}/test', sendTemplateTest, staff);
rest.put('/admin/notification-channels/{kind}', setChannels, staff);
rest.get('/admin/mail-senders', listSenders, staff);
rest.post('/admin/mail-senders', createSender, staff);
rest.put('/admin/mail-senders/order', orderSenders, staff);
rest.put('/admin/mail-senders/{id}', updateSender, staff);
rest.delete('/admin/mail-senders/{id}', removeSender, staff);
rest.post('/admin/mail-senders/test', testSender, staff);
rest.get('/admin/interface-calls', listInterfaceCalls, staff);
rest.get('/admin/interface-calls/{id}', getInterfaceCall, staff);
rest.get('/admin/audit', listAudit, staff);
rest.get('/admin/security/allowlists', getAllowlists, staff);
rest.put('/admin/security/allowlists', updateAllowlists, staff);
rest.post('/admin/audit/export', exportAudit, staff);
rest.post('/admin/audit/verify', verifyAudit, staff);
rest.get('/admin/audit/{id}', getAudit, staff);
rest.post('/admin/sensitive/reveal', revealSensitive, staff);
rest.get('/admin/keys', getKeyStatus, staff);
rest.post('/admin/keys/rotate', rotateKeys, staff);

rest.get('/admin/staff', listStaff, staff);
rest.post('/admin/staff', inviteStaff, staff);
rest.post('/staff/invitation', readInvitation, staff);
rest.post('/staff/invitation/accept', acceptStaffInvitation, staff);
rest.get('/admin/staff/{id}', getStaff, staff);
rest.put('/admin/staff/{id}', updateStaff, staff);
rest.post('/admin/staff/{id}/disable', disableStaff, staff);
rest.post('/admin/staff/{id}/enable', enableStaff, staff);
rest.post('/admin/staff/{id}/resend-invitation', resendStaffInvitation, staff);
rest.delete('/admin/staff/{id}', removeStaffInvitation, staff);
rest.get('/admin/teams', listTeams, staff);
rest.post('/admin/teams', createTeam, staff);
rest.put('/admin/teams/{id}', renameTeam, staff);
rest.get('/admin/roles', listRoles, staff);
rest.post('/admin/roles', createRole, staff);
rest.put('/admin/roles/{code}', updateRole, staff);
rest.post('/admin/roles/{code}/reset', resetRole, staff);
rest.delete('/admin/roles/{code}', removeRole, staff);

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
