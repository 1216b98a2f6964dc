import type { staffLabels as source } from '../zh-CN/staff.ts';

export const staffLabels: typeof source = {
  realm: { merchant: 'Merchant', staff: 'Platform' },
  role: {
    PLATFORM_ADMIN: 'Platform admin',
    SYSTEM_ADMIN: 'System admin',
    ADMIN: 'Sales admin',
    SALES_MANAGER: 'Sales manager',
    SALES: 'Sales',
  },
  merchantRole: { OWNER: 'Owner', MANAGER: 'Manager', HANDLER: 'Handler', VIEWER: 'Viewer' },
  actorKind: { merchant: 'Merchant', staff: 'Platform', system: 'System' },
  level: { INFO: 'Normal', WARN: 'Warning', ERROR: 'Error' },
  merchantStatus: { PENDING: 'Not activated', ACTIVE: 'Active', SUSPENDED: 'Suspended', CLOSED: 'Closed' },
  deliveryKind: { alert: 'Alert', status: 'Status' },
  deliveryState: { DUE: 'Due', DONE: 'Done', QUARANTINED: 'Kept for a person' },
  credentialKind: {
    MERCHANT_NO: 'Merchant number (MerchantNo)',
    SIGN_KEY: 'Signing key (SignKey)',
    API_ENDPOINT: 'Endpoint (ApiEndpoint)',
    WEBHOOK_SECRET: 'Webhook secret (WebhookSecret)',
  },
  direction: { IN: 'In', OUT: 'Out' },
  operation: {
    'webhook.alert': 'Alert received',
    'webhook.status': 'Status received',
    'provider.register': 'Enrol card',
    'provider.status': 'Ask after enrolment',
    'provider.close': 'Close enrolment',
    'provider.feedback': 'Send answer',
    'provider.ping': 'Connection test',
    'auth.login': 'Sign-in service: sign in',
    'auth.validate': 'Sign-in service: confirm',
  },
  testOutcome: {
    DONE: 'Success',
    REFUSED: 'Refused',
    NOT_SENT: 'Could not be sent',
    AMBIGUOUS: 'Outcome unclear',
    NOT_CONFIGURED: 'Not configured',
  },
};
