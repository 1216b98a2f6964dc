import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isSigned, readBounce } from './bounce-body.ts';

const NOW = new Date('2026-11-22T03:00:00.000Z');
const SECRET = 'a-secret-of-the-mail-service';
const sign = (body: string, at: number) => createHmac('sha256', SECRET).update(`${at}.${body}`).digest('hex');

describe('what a mail server reports', () => {
  it.each([
    ['as sent', '{}', 0, true],
    ['four minutes old', '{}', -4, true],
    ['six minutes old', '{}', -6, false],
    ['six minutes ahead', '{}', 6, false],
    ['another body', '{"a":1}', 0, false],
  ])('counts when it is signed: %s', (_case, body, minutes, good) => {
    const at = NOW.getTime() + minutes * 60_000;
    expect(isSigned(Buffer.from(body), String(at), sign('{}', at), SECRET, NOW)).toBe(good);
  });

  it.each(['', 'zz', 'ab'])('no signature of that kind: “%s”', (signature) => {
    expect(isSigned(Buffer.from('{}'), String(NOW.getTime()), signature, SECRET, NOW)).toBe(false);
  });

  it('JSON of a mail service', () => {
    const read = (body: string) => readBounce(Buffer.from(body), 'application/json');
    expect(read('{"messageId":"<a.b@c.test>","reason":"550 no such user"}')).toEqual({
      messageId: 'a.b@c.test',
      reason: '550 no such user',
    });
    expect(read('{"messageId":""}')).toBe('malformed');
    expect(read('{')).toBe('malformed');
  });

  it('a delivery status notification: the returned mail’s id, not its own, and the server’s words in one line', () => {
    const dsn = (action: string) =>
      [
        'Message-ID: <notification@mx.test>',
        'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
        '',
        '--b',
        'Content-Type: message/delivery-status',
        '',
        'Final-Recipient: rfc822; somebody@example.test',
        `Action: ${action}`,
        'Status: 5.1.1',
        'Diagnostic-Code: smtp; 550 5.1.1 no such',
        ' mailbox here',
        '',
        '--b',
        'Content-Type: message/rfc822',
        '',
        'From: alerts@example.test',
        'Message-ID: <alert.new.7-abc@example.test>',
        '',
      ].join('\r\n');
    const read = (body: string) => readBounce(Buffer.from(body), 'message/rfc822');
    expect(read(dsn('failed'))).toEqual({
      messageId: 'alert.new.7-abc@example.test',
      reason: '550 5.1.1 no such mailbox here',
    });
    expect(read(dsn('delayed'))).toBe('not-final');
    expect(read('nothing of the kind')).toBe('not-final');
  });
});
