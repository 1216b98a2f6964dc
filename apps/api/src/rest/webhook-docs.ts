import { BASE } from './table.ts';

const alertBody = {
  type: 'object',
  required: ['alertId', 'descriptor', 'amount', 'currency', 'alertTime'],
  properties: {
    alertId: { type: 'string' },
    descriptor: { type: 'string' },
    cardBin: { type: 'string' },
    caid: { type: 'string' },
    amount: { oneOf: [{ type: 'number' }, { type: 'string' }], description: 'A number or a decimal string.' },
    currency: { type: 'string', description: 'ISO 4217' },
    transactionId: { type: 'string' },
    alertTime: {
      oneOf: [{ type: 'string' }, { type: 'integer' }],
      description: 'ISO 8601, epoch milliseconds, or `YYYY-MM-DD HH:mm:ss` in Asia/Shanghai.',
    },
    riskLevel: { type: 'string', description: 'LOW, MEDIUM or HIGH; computed when absent or unknown.' },
    additionalInfo: { type: 'object', additionalProperties: true },
  },
  additionalProperties: true,
};
const statusBody = {
  type: 'object',
  required: ['type', 'status', 'time'],
  properties: {
    type: { type: 'string', enum: ['ENROLMENT', 'ALERT'] },
    cardRef: { type: 'string' },
    alertId: { type: 'string' },
    status: { type: 'string' },
    errorCode: { type: 'string' },
    errorMessage: { type: 'string' },
    eventId: { type: 'string' },
    time: { oneOf: [{ type: 'string' }, { type: 'integer' }] },
  },
  additionalProperties: true,
};

const answer = {
  type: 'object',
  required: ['code', 'message', 'data', 'timestamp'],
  properties: {
    code: { type: 'integer', enum: [200] },
    message: { type: 'string', enum: ['success'] },
    data: {
      type: 'object',
      required: ['received', 'duplicate'],
      properties: { received: { type: 'boolean' }, duplicate: { type: 'boolean' } },
    },
    timestamp: { type: 'integer' },
  },
};

/** The alert network's two doors and the alias: no operations of core, they keep raw bytes; their contract is written here. */
export const WEBHOOKS = [
  {
    path: `${BASE}/webhook/alerts`,
    id: 'webhook.alerts',
    summary: 'Takes an alert; 200 means it is on disk.',
    body: alertBody,
  },
  {
    path: '/api/webhook/chargeback-alert',
    id: 'webhook.alerts.alias1',
    summary: 'Takes an alert; 200 means it is on disk.',
    body: alertBody,
  },
  {
    path: `${BASE}/webhook/status`,
    id: 'webhook.status',
    summary: 'Takes what became of an enrolment or an answer.',
    body: statusBody,
  },
] as const;

/** in OpenAPI. */
export function webhookPaths() {
  const header = (name: string, description: string) => ({
    name,
    in: 'header',
    required: false,
    description,
    schema: { type: 'string' },
  });
  return Object.fromEntries(
    WEBHOOKS.map(({ path, id, summary, body }) => [
      path,
      {
        post: {
          operationId: id,
          summary,
          description:
            'Signed over the raw bytes: `X-Signature` is the lower-case hex HMAC-SHA256 of `{X-Timestamp}.{body}`, `X-Timestamp` epoch milliseconds. ' +
            'Sent again, it is answered with `duplicate: true`. 503 means it was not kept: send it again.',
          tags: ['Webhooks'],
          security: [],
          parameters: [header('X-Timestamp', 'Epoch milliseconds'), header('X-Signature', 'Hex HMAC-SHA256')],
          requestBody: { required: true, content: { 'application/json': { schema: body } } },
          responses: {
            200: { description: 'Kept', content: { 'application/json': { schema: answer } } },
            default: { $ref: '#/components/responses/Error' },
          },
        },
      },
    ]),
  );
}
