import { hmacSignature } from '../adapters/provider/signature.ts';

export const BENCH_SECRET = 'bench-webhook-secret';

export interface AlertOptions {
  descriptor?: (index: number) => string;
  path?: string;
}

/** Signed alert deliveries as raw HTTP requests, every alert id its own. */
export function alertRequests(count: number, label: string, options: AlertOptions = {}): Buffer[] {
  const path = options.path ?? '/api/v1/webhook/alerts';
  return Array.from({ length: count }, (_, index) => {
    const body = JSON.stringify({
      alertId: `${label}-${index}`,
      descriptor: options.descriptor?.(index) ?? `BENCH SHOP ${index % 500}`,
      cardBin: '411111',
      caid: `CAID${index % 7}`,
      amount: 19.9 + (index % 100),
      currency: 'USD',
      transactionId: `TX-${label}-${index}`,
      alertTime: new Date().toISOString(),
      riskLevel: 'MEDIUM',
      additionalInfo: {
        cardType: 'CREDIT',
        cardBrand: 'VISA',
        issuer: 'Bench Bank',
        cardholderName: 'Zhang San',
        orderId: `O-${index}`,
        threeDSecure: 'Y',
      },
    });
    const timestamp = String(Date.now());
    const head = [
      `POST ${path} HTTP/1.1`,
      'host: 127.0.0.1',
      'content-type: application/json',
      `content-length: ${Buffer.byteLength(body)}`,
      `x-timestamp: ${timestamp}`,
      `x-signature: ${hmacSignature(BENCH_SECRET, timestamp, body)}`,
    ].join('\r\n');
    return Buffer.from(`${head}\r\n\r\n${body}`);
  });
}
