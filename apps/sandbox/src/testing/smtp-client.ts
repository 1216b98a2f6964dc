import { once } from 'node:events';
import { connect } from 'node:net';

export interface SmtpOutcome {
  /** The last reply, or null when the server hung up or kept silent instead. */
  reply: string | null;
  stage: 'greeting' | 'EHLO' | 'MAIL' | 'RCPT' | 'DATA' | 'message';
}

/**
 * Hands over one message by hand, so that a test sees at which point the server refused, hung up or, from RCPT on,
 * was silent for `patienceMs`.
 */
export async function sendMail(
  smtp: string,
  { to, raw, patienceMs = 5000 }: { to: string[]; raw: string; patienceMs?: number },
): Promise<SmtpOutcome> {
  const { hostname, port } = new URL(smtp);
  const socket = connect(Number(port), hostname);
  socket.on('timeout', () => socket.destroy());
  socket.on('error', () => {});
  const replies = socket.setEncoding('utf8').iterator({ destroyOnReturn: false });
  const steps: [SmtpOutcome['stage'], string | null, RegExp][] = [
    ['greeting', null, /^220 /m],
    ['EHLO', 'EHLO test.local', /^250 /m],
    ['MAIL', 'MAIL FROM:<alerts@platform.test>', /^250 /m],
    ...to.map((address): [SmtpOutcome['stage'], string, RegExp] => ['RCPT', `RCPT TO:<${address}>`, /^250 /m]),
    ['DATA', 'DATA', /^354 /m],
    ['message', `${raw.replace(/\r?\n/g, '\r\n')}\r\n.`, /^250 /m],
  ];
  try {
    for (const [stage, line, wanted] of steps) {
      if (stage === 'RCPT') socket.setTimeout(patienceMs);
      if (line !== null) socket.write(`${line}\r\n`);
      const reply = await read(replies);
      if (reply === null || !wanted.test(reply) || stage === 'message') return { reply, stage };
    }
    throw new Error('unreachable: the message is the last step');
  } finally {
    socket.destroy();
    if (!socket.closed) await once(socket, 'close');
  }
}

async function read(replies: AsyncIterator<string>): Promise<string | null> {
  let text = '';
  while (!/^\d{3} .*\r\n$/m.test(text)) {
    const { value, done } = await replies.next().catch(() => ({ value: '', done: true }));
    if (done) return null;
    text += value;
  }
  return text.trim();
}

/** A multipart message in UTF-8, base64 as mail programs write it. */
export function message({ subject, text, html }: { subject: string; text: string; html: string }): string {
  const base64 = (value: string) => Buffer.from(value, 'utf8').toString('base64').replace(/.{76}/g, '$&\n');
  const word = (part: string) => `=?UTF-8?B?${base64(part)}?=`;
  const words = (value: string) => (value.match(/.{1,15}/gu) ?? []).map(word).join('\n ');
  return `From: ${words('拒付预警')} <alerts@platform.test>
To: someone@else.test
Subject: ${words(subject)}
Message-ID: <m-1@platform.test>
X-Mail-Kind: ALERT_NEW
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="b1"

--b1
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: base64

${base64(text)}
--b1
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: base64

${base64(html)}
--b1--`;
}
