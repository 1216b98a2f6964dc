import type { StaffRole } from '@forewarn/core/kernel/access';

/**
 * Who may do what, written down from document 000 §3.2 (A-025…A-030), document 002 §6.1 and the issue, not from the code: the least role of
 * a merchant's people that may, and the staff roles that may. An operation that isn't here fails the test of the matrix.
 */
export type Least = 'VIEWER' | 'HANDLER' | 'MANAGER' | 'OWNER' | 'nobody';

export interface Expected {
  merchant: Least;
  staff: readonly StaffRole[];
  /** A suspended merchant may, although it isn't a query: viewing and exporting stay. */
  whileSuspended?: true;
  /** Open to everybody; the code that a made-up input gets. */
  open?: string;
  /** Whoever may call it gets this code for the made-up input: it got past the door, and that is what the table is about. */
  answers?: string;
}

const SYSTEM: readonly StaffRole[] = ['SYSTEM_ADMIN'];
const PLATFORM: readonly StaffRole[] = ['SYSTEM_ADMIN', 'PLATFORM_ADMIN'];
const STAFF: readonly StaffRole[] = ['SYSTEM_ADMIN', 'PLATFORM_ADMIN', 'ADMIN', 'SALES_MANAGER', 'SALES'];

const row = (merchant: Least, staff: readonly StaffRole[]): Expected => ({ merchant, staff });
const open = (code: string): Expected => ({ merchant: 'VIEWER', staff: STAFF, open: code });

export const EXPECTED: Readonly<Record<string, Expected>> = {
  // everybody signs in; what can be called without, and what anybody may about themselves.
  'auth.login': open('INVALID_CREDENTIALS'),
  'auth.refresh': open('SESSION_ENDED'),
  'auth.logout': { ...row('VIEWER', STAFF), open: 'OK' },
  'auth.signInSettings': { ...row('VIEWER', STAFF), open: 'OK' },
  'auth.me': row('VIEWER', STAFF),
  'auth.register': open('VALIDATION_FAILED'),
  'auth.activate': open('LINK_INVALID'),
  'auth.resendActivation': open('VALIDATION_FAILED'),
  'auth.resetPassword': open('VALIDATION_FAILED'),
  'auth.acceptInvitation': open('LINK_INVALID'),
  'auth.link': open('LINK_INVALID'),
  'auth.confirmEmail': open('LINK_INVALID'),
  'auth.updateMe': { ...row('VIEWER', STAFF), whileSuspended: true },
  'auth.changePassword': { ...row('VIEWER', STAFF), whileSuspended: true, answers: 'PASSWORD_WRONG' },
  'auth.changeEmail': { ...row('VIEWER', []), whileSuspended: true, answers: 'PASSWORD_WRONG' },
  'auth.security': row('VIEWER', STAFF),
  'auth.sessions.list': row('VIEWER', STAFF),
  'auth.sessions.end': { ...row('VIEWER', STAFF), whileSuspended: true, answers: 'SESSION_NOT_FOUND' },
  'auth.sessions.endOthers': { ...row('VIEWER', STAFF), whileSuspended: true },
  'auth.totp.start': { ...row('VIEWER', STAFF), whileSuspended: true, answers: 'PASSWORD_WRONG' },
  'auth.totp.confirm': { ...row('VIEWER', STAFF), whileSuspended: true, answers: 'TOTP_NOT_STARTED' },
  'auth.totp.disable': { ...row('VIEWER', STAFF), whileSuspended: true },
  'auth.totp.renewCodes': { ...row('VIEWER', STAFF), whileSuspended: true, answers: 'TOTP_NOT_STARTED' },
  'staff.readInvitation': open('LINK_INVALID'),
  'staff.acceptInvitation': open('LINK_INVALID'),

  // one's own company.
  'profile.get': row('VIEWER', []),
  'profile.update': row('OWNER', []),
  'colleagues.list': row('MANAGER', []),
  'colleagues.invite': row('OWNER', []),
  'colleagues.resend': row('OWNER', []),
  'colleagues.remove': row('OWNER', []),
  'colleagues.changeRole': row('OWNER', []),
  'colleagues.disable': row('OWNER', []),
  'colleagues.enable': row('OWNER', []),

  // chat robots, the weekly digest and the inbox; a merchant's own.
  'channels.list': row('MANAGER', []),
  'channels.add': row('MANAGER', []),
  'channels.update': row('MANAGER', []),
  'channels.remove': row('MANAGER', []),
  'channels.test': row('MANAGER', []),
  'channels.messages': row('MANAGER', []),
  'digest.get': row('MANAGER', []),
  'digest.update': row('MANAGER', []),
  'alertNotes.list': row('VIEWER', []),
  'alertNotes.add': row('HANDLER', []),
  'alertNotes.remove': row('HANDLER', []),
  // saved views of the alert list, each person's own.
  'alertViews.list': row('VIEWER', []),
  'alertViews.save': { ...row('VIEWER', []), whileSuspended: true },
  'alertViews.rename': { ...row('VIEWER', []), whileSuspended: true, answers: 'ALERT_VIEW_NOT_FOUND' },
  'alertViews.remove': { ...row('VIEWER', []), whileSuspended: true, answers: 'ALERT_VIEW_NOT_FOUND' },
  'alertViews.arrange': { ...row('VIEWER', []), whileSuspended: true },
  'inbox.list': row('VIEWER', []),
  'inbox.read': { ...row('VIEWER', []), whileSuspended: true },
  'inbox.readAll': { ...row('VIEWER', []), whileSuspended: true },

  // cards; merchants their own, admins all, sales none (crm.md §3.5).
  'cards.list': row('VIEWER', PLATFORM),
  'cards.create': row('MANAGER', PLATFORM),
  'cards.update': row('MANAGER', PLATFORM),
  'cards.remove': row('MANAGER', PLATFORM),
  'cards.register': row('MANAGER', PLATFORM),
  'cards.registerMany': row('MANAGER', PLATFORM),
  'cards.removeMany': row('MANAGER', PLATFORM),
  'cards.saveDraft': row('MANAGER', PLATFORM),
  // a merchant's own spreadsheet; staff add cards one by one.
  'cards.imports.template': row('MANAGER', []),
  'cards.imports.upload': row('MANAGER', []),
  'cards.imports.list': row('MANAGER', []),
  'cards.imports.get': row('MANAGER', []),
  'cards.imports.rows': row('MANAGER', []),
  'cards.imports.problems': row('MANAGER', []),
  'cards.imports.map': row('MANAGER', []),
  'cards.imports.editRow': row('MANAGER', []),
  'cards.imports.run': row('MANAGER', []),
  'cards.imports.undo': row('MANAGER', []),
  'cards.imports.remove': row('MANAGER', []),
  'cards.lint': row('MANAGER', PLATFORM),
  'cards.export': { ...row('VIEWER', PLATFORM), whileSuspended: true },
  'descriptors.gaps': row('VIEWER', PLATFORM),
  'descriptors.silent': row('VIEWER', PLATFORM),
  'descriptors.enrol': row('MANAGER', PLATFORM),
  'descriptors.dismiss': row('MANAGER', PLATFORM),
  'descriptors.unmatched': row('nobody', PLATFORM),

  // alerts; merchants their own, admins all, sales none.
  'alerts.list': row('VIEWER', PLATFORM),
  'alerts.get': row('VIEWER', PLATFORM),
  'alerts.related': row('VIEWER', PLATFORM),
  'alerts.pulse': row('VIEWER', PLATFORM),
  'alerts.getEvidence': row('VIEWER', PLATFORM),
  'alerts.process': row('HANDLER', PLATFORM),
  'alerts.processMany': row('HANDLER', PLATFORM),
  'alerts.uploadEvidence': row('HANDLER', PLATFORM),
  'alerts.removeEvidence': row('HANDLER', PLATFORM),
  'alerts.pdf': row('HANDLER', PLATFORM),
  'alerts.receipt': row('VIEWER', PLATFORM),
  'alerts.receiptPdf': row('HANDLER', PLATFORM),
  'alerts.export': { ...row('HANDLER', PLATFORM), whileSuspended: true },
  'alerts.exports.start': { ...row('HANDLER', PLATFORM), whileSuspended: true },
  'alerts.exports.list': row('HANDLER', PLATFORM),
  'alerts.exports.cancel': { ...row('HANDLER', PLATFORM), whileSuspended: true, answers: 'EXPORT_NOT_FOUND' },
  'alerts.exports.remove': { ...row('HANDLER', PLATFORM), whileSuspended: true, answers: 'EXPORT_NOT_FOUND' },
  'alerts.exports.download': { ...row('HANDLER', PLATFORM), answers: 'EXPORT_NOT_FOUND' },
  'admin.alerts.list': row('nobody', PLATFORM),
  'admin.alerts.pulse': row('nobody', PLATFORM),
  'alerts.assign': row('nobody', PLATFORM),
  'alerts.assignMany': row('nobody', PLATFORM),
  'aliases.list': row('nobody', PLATFORM),
  'aliases.preview': row('nobody', PLATFORM),
  'aliases.learn': row('nobody', PLATFORM),
  'aliases.remove': row('nobody', PLATFORM),
  'deliveries.list': row('nobody', PLATFORM),
  'deliveries.get': row('nobody', PLATFORM),
  'deliveries.replay': row('nobody', PLATFORM),
  'deliveries.replayMany': row('nobody', PLATFORM),
  'deliveries.preview': row('nobody', PLATFORM),
  'deliveries.alike': row('nobody', PLATFORM),
  'mappings.get': row('nobody', PLATFORM),
  'mappings.save': { ...row('nobody', PLATFORM), answers: 'MAPPING_CHANGED' },

  // A-085…A-091: notifications; a merchant's managers their own, staff look, the system admin may change; the mails are the operator's.
  'notifications.getSettings': row('VIEWER', PLATFORM),
  'notifications.updateSettings': row('MANAGER', SYSTEM),
  'notifications.sendTest': { ...row('MANAGER', SYSTEM), answers: 'ADDRESS_NOT_SAVED' },
  'notifications.testMail': { ...row('VIEWER', PLATFORM), answers: 'MAIL_NOT_FOUND' },
  'notifications.alertMails': row('VIEWER', PLATFORM),
  'mails.list': row('nobody', PLATFORM),
  'mails.get': row('nobody', PLATFORM),
  'mails.resend': row('nobody', PLATFORM),
  'alerts.quickView': open('LINK_INVALID'),
  'alerts.quickAnswer': open('LINK_INVALID'),

  // merchants; admins alone.
  'merchants.list': row('nobody', PLATFORM),
  'merchants.get': row('nobody', PLATFORM),
  'merchants.create': row('nobody', PLATFORM),
  'merchants.consequences': row('nobody', PLATFORM),
  'merchants.suspend': row('nobody', PLATFORM),
  'merchants.restore': row('nobody', PLATFORM),
  'merchants.close': row('nobody', PLATFORM),
  'merchants.unlock': row('nobody', PLATFORM),
  'merchants.resendActivation': row('nobody', PLATFORM),
  'interfaceCalls.list': row('nobody', PLATFORM),
  'interfaceCalls.get': row('nobody', PLATFORM),
  'interfaceCalls.circuit': row('nobody', PLATFORM),

  // the system's own settings; the system admin alone.
  'credentials.list': row('nobody', SYSTEM),
  'credentials.update': row('nobody', SYSTEM),
  'credentials.test': row('nobody', SYSTEM),
  // with one’s own password, which the made-up input doesn’t know.
  'credentials.backup': { ...row('nobody', SYSTEM), answers: 'PASSWORD_WRONG' },
  'credentials.restore': { ...row('nobody', SYSTEM), answers: 'PASSWORD_WRONG' },
  // A-232…A-243: mails are the system admin's; texts by a permission that can be granted.
  'templates.list': row('nobody', SYSTEM),
  'templates.get': row('nobody', SYSTEM),
  'templates.version': row('nobody', SYSTEM),
  'templates.preview': row('nobody', SYSTEM),
  'templates.save': row('nobody', SYSTEM),
  'templates.reset': row('nobody', SYSTEM),
  'templates.sendTest': row('nobody', SYSTEM),
  'templates.setChannels': row('nobody', SYSTEM),
  'mailSenders.list': row('nobody', SYSTEM),
  'mailSenders.create': row('nobody', SYSTEM),
  'mailSenders.update': row('nobody', SYSTEM),
  'mailSenders.remove': row('nobody', SYSTEM),
  'mailSenders.order': row('nobody', SYSTEM),
  'mailSenders.test': row('nobody', SYSTEM),
  'audit.list': row('nobody', SYSTEM),
  'audit.get': row('nobody', SYSTEM),
  'audit.export': row('nobody', SYSTEM),
  'audit.verify': row('nobody', SYSTEM),
  'security.allowlists.get': row('nobody', SYSTEM),
  'security.allowlists.update': row('nobody', SYSTEM),
  'sessions.list': row('nobody', SYSTEM),
  'sessions.end': { ...row('nobody', SYSTEM), answers: 'SESSION_NOT_FOUND' },
  'sessions.endAll': row('nobody', SYSTEM),
  'totp.reset': row('nobody', SYSTEM),
  'security.events.list': row('nobody', SYSTEM),
  'security.events.get': row('nobody', SYSTEM),
  'security.events.pulse': row('nobody', SYSTEM),
  'security.events.acknowledge': row('nobody', SYSTEM),
  'security.thresholds.get': row('nobody', SYSTEM),
  'security.thresholds.update': row('nobody', SYSTEM),
  'keys.status': row('nobody', SYSTEM),
  'keys.rotate': row('nobody', SYSTEM),
  'sensitive.reveal': row('nobody', SYSTEM),
  'staff.list': row('nobody', SYSTEM),
  'staff.get': row('nobody', SYSTEM),
  'staff.invite': row('nobody', SYSTEM),
  'staff.resendInvitation': row('nobody', SYSTEM),
  'staff.removeInvitation': row('nobody', SYSTEM),
  'staff.update': row('nobody', SYSTEM),
  'staff.disable': row('nobody', SYSTEM),
  'staff.enable': row('nobody', SYSTEM),
  'teams.list': row('nobody', SYSTEM),
  'teams.create': row('nobody', SYSTEM),
  'teams.rename': row('nobody', SYSTEM),
  'roles.list': row('nobody', SYSTEM),
  'roles.create': row('nobody', SYSTEM),
  'roles.update': row('nobody', SYSTEM),
  'roles.remove': row('nobody', SYSTEM),
  'roles.reset': row('nobody', SYSTEM),
};
