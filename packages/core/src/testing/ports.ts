import { createCipheriv, createDecipheriv, createHmac, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import type { AlertProvider } from '../ports/alert-provider.ts';
import type { QueueName } from '../ports/bell.ts';
import type { ChatChannel } from '../ports/chat-channel.ts';
import type { CheckpointLog } from '../ports/checkpoint-log.ts';
import type { FileStore } from '../ports/file-store.ts';
import type { Ports } from '../ports/index.ts';
import type { Macs } from '../ports/macs.ts';
import type { Mail } from '../ports/mailer.ts';
import type { ProviderWire } from '../ports/provider-wire.ts';
import type { TokenIssuer } from '../ports/token-issuer.ts';

/** What the ports that leave the machine were asked to do. */
export interface Recorded {
  rings: QueueName[];
  mails: Mail[];
}

/**
 * Ports for tests inside core. Those that stay on the machine really encrypt, store, hash and sign (with cheap settings);
 * those that leave it record: the bell and the mailer. The provider answers "not configured" unless a test brings its own.
 */
export function testPorts(recorded: Recorded, overrides: Partial<Ports>): Ports {
  return {
    bell: { ring: (queue) => recorded.rings.push(queue) },
    chats: { channels: { WECOM: quiet, DINGTALK: quiet, FEISHU: quiet, SLACK: quiet }, extraHosts: [] },
    checkpoints: memoryCheckpoints(),
    cipher: testCipher(randomBytes(32)),
    // apps/api tests writing them with the real adapter.
    documents: { writePdf: async (document) => new TextEncoder().encode(JSON.stringify(document)) },
    files: memoryFiles(),
    macs: testMacs(randomBytes(32)),
    mailer: {
      async send(mail) {
        recorded.mails.push(mail);
        return { outcome: 'SENT', reply: '250 OK' };
      },
      probe: async () => [{ stage: 'CONNECT', ok: true, milliseconds: 1, detail: '220 ready' }],
      startedWith: { host: 'mail.example.test', port: 25, secure: false, from: 'no-reply@example.test' },
    },
    passphrases: testPassphrases(),
    passwords: testPasswords(),
    provider: unconfiguredProvider,
    rates: { take: async () => ({ allowed: true, limit: 1000, remaining: 999, retryAfter: 0 }) },
    // apps/api tests reading and writing with the real adapter.
    spreadsheets: { read: async () => ({ kind: 'refused', reason: 'NO_TABLE' }), writeXlsx: () => new Uint8Array() },
    staffSignIn: { mode: 'LOCAL' },
    tokens: testTokens(randomBytes(32)),
    wire: mutedWire,
    publicUrl: 'https://merchant.example.test',
    ...overrides,
  };
}

/** Takes every message and tells nobody. */
const quiet: ChatChannel = { send: async () => ({ kind: 'sent', reply: '0 ok' }) };

const unconfiguredProvider: AlertProvider = {
  enrol: async () => ({ kind: 'not-configured' }),
  closeEnrolment: async () => ({ kind: 'not-configured' }),
  tellsEnrolments: false,
  enrolmentState: async () => ({ kind: 'not-configured' }),
  composeAnswer: async () => undefined,
  sendAnswer: async () => ({ kind: 'not-configured' }),
  ping: async () => ({ kind: 'not-configured' }),
};

/** Nothing comes in where the wire format isn't the subject: apps/api tests it with the real adapter. */
const mutedWire: ProviderWire = {
  verify: () => ({ ok: false, reason: 'missing' }),
  deliveryKey: () => undefined,
  readAlert: () => ({ ok: false, error: 'no wire in this test' }),
  readStatus: () => ({ ok: false, error: 'no wire in this test' }),
  redact: () => '',
  places: () => [],
};

/** Keeps what it is given, for as long as the core lives. */
function memoryFiles(): FileStore {
  const kept = new Map<string, Buffer>();
  return {
    async put(key, bytes) {
      kept.set(key, Buffer.from(bytes));
    },
    get: async (key) => kept.get(key),
    head: async (key, bytes) => kept.get(key)?.subarray(0, bytes),
    list: async (folder) => [...kept.keys()].filter((key) => key.startsWith(`${folder}/`)),
    async remove(key) {
      kept.delete(key);
    },
  };
}

function memoryCheckpoints(): CheckpointLog {
  const kept: string[] = [];
  return {
    async append(line) {
      kept.push(line);
    },
    lines: async () => [...kept],
  };
}

function testMacs(key: Buffer, keyId = 'test'): Macs {
  return {
    keyId,
    mac: (purpose, id, data) =>
      id === keyId
        ? createHmac('sha256', Buffer.concat([key, Buffer.from(purpose)]))
            .update(data)
            .digest()
        : undefined,
  };
}

function testCipher(key: Buffer): Ports['cipher'] {
  return {
    keyIds: ['test'],
    keyOf: () => 'test',
    seal(plain, place) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]);
    },
    open(sealed, place) {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12)).setAAD(Buffer.from(place));
      decipher.setAuthTag(sealed.subarray(12, 28));
      return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
    },
  };
}

function testPassphrases(): Ports['passphrases'] {
  const keyOf = (passphrase: string, salt: string) => scryptSync(passphrase, salt, 32, { N: 2 });
  const settings = { name: 'scrypt', N: 2, r: 8, p: 1 } as const;
  return {
    async seal(plain, passphrase, facts) {
      const [salt, iv] = [randomBytes(16), randomBytes(12)].map((bytes) => bytes.toString('base64')) as [
        string,
        string,
      ];
      const cipher = testCipher(keyOf(passphrase, salt));
      const data = cipher.seal(plain, `${facts} ${salt} ${iv}`).toString('base64');
      return { kdf: { ...settings, salt }, cipher: 'aes-256-gcm', iv, data };
    },
    async open({ kdf, iv, data }, passphrase, facts) {
      const cipher = testCipher(keyOf(passphrase, kdf.salt));
      try {
        return cipher.open(Buffer.from(data, 'base64'), `${facts} ${kdf.salt} ${iv}`).toString('utf8');
      } catch {
        return undefined;
      }
    },
  };
}

function testPasswords(): Ports['passwords'] {
  const derive = (password: string, salt: string) => scryptSync(password, salt, 16, { N: 2 }).toString('hex');
  return {
    async hash(password) {
      const salt = randomBytes(8).toString('hex');
      return `${salt}$${derive(password, salt)}`;
    },
    async verify(hash, password) {
      const [salt = '', derived] = hash.split('$');
      return derive(password, salt) === derived;
    },
    async verifyNothing(password) {
      derive(password, 'nobody');
      return false;
    },
  };
}

function testTokens(key: Buffer): TokenIssuer {
  const sign = (body: string) => createHmac('sha256', key).update(body).digest();
  return {
    async issue(claims, now) {
      const body = Buffer.from(JSON.stringify({ ...claims, until: now.getTime() + 900_000 })).toString('base64url');
      return { token: `${body}.${sign(body).toString('base64url')}`, expiresIn: 900 };
    },
    async verify(token, now) {
      const [body = '', signature = ''] = token.split('.');
      const given = Buffer.from(signature, 'base64url');
      if (given.length !== 32 || !timingSafeEqual(given, sign(body))) return undefined;
      const { until, ...claims } = JSON.parse(Buffer.from(body, 'base64url').toString());
      return until > now.getTime() ? claims : undefined;
    },
  };
}
