import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { failureReason } from './failure-reasons.ts';
import { hmacSignature, md5Signature } from './signature.ts';
import { createProviderWire } from './wire.ts';

/** docs/provider.md is what an integrator copies from: its worked examples and its table of codes must be what the code does. */
const page = readFileSync(new URL('../../../../../docs/provider.md', import.meta.url), 'utf8');
const switches = { signField: 'sign', signUppercase: false, signEmpty: false };

/** The `name  value` lines of a fenced block. */
function example(name: string): Record<string, string> {
  const block = new RegExp(`^\`\`\`text ${name}\\n([\\s\\S]*?)^\`\`\``, 'm').exec(page)?.[1] ?? '';
  return Object.fromEntries([...block.matchAll(/^(\w+) +(.*)$/gm)].map(([, key = '', value = '']) => [key, value]));
}

describe('docs/provider.md', () => {
  it('A-303 A-353 signs its HMAC example as the code does, and the wire accepts it', () => {
    const { secret = '', timestamp = '', body = '', signature = '' } = example('hmac-example');
    expect(body).not.toBe('');
    expect(hmacSignature(secret, timestamp, body)).toBe(signature);
    const headers: Record<string, string> = { 'x-timestamp': timestamp, 'x-signature': signature };
    const wire = createProviderWire(switches);
    const request = { body: Buffer.from(body), header: (name: string) => headers[name] };
    expect(wire.verify(request, [{ keyId: 'k', secret }])).toMatchObject({ ok: true, keyId: 'k' });
    expect(wire.readAlert(Buffer.from(body))).toMatchObject({
      ok: true,
      value: { amount: 199_000n, riskLevel: 'HIGH' },
    });
  });

  it('A-353 signs its MD5 example as the code does, and the wire accepts it', () => {
    const { key = '', fields = '', sign = '' } = example('md5-example');
    const parsed = JSON.parse(fields) as Record<string, unknown>;
    expect(md5Signature(key, parsed, switches)).toBe(sign);
    const request = { body: Buffer.from(JSON.stringify({ ...parsed, sign })), header: () => undefined };
    const verdict = createProviderWire(switches).verify(request, [{ keyId: 'k', secret: key }]);
    expect(verdict).toMatchObject({ ok: true, keyId: 'k' });
  });

  it('A-084 lists the error codes that have a reason of their own', () => {
    const rows = [...page.matchAll(/^\| `(4\d{3})` \| `(\w+)` \|$/gm)];
    expect(rows).toHaveLength(4);
    for (const [, code = '', reason] of rows) expect(failureReason(code)).toBe(reason);
    expect(failureReason('4999')).toBe('REFUSED');
  });
});
