import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createLog } from './log.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  let text = '';
  const sink = new Writable({
    write(chunk, _, done) {
      text += chunk;
      done();
    },
  });
  write(createLog({ logLevel: 'debug' }, 'test', sink));
  return text;
}

describe('A-228 the log', () => {
  it('hides what is called a secret, at any of the first three levels', () => {
    const text = logged((log) => {
      log.info({ password: 'canary', input: { refreshToken: 'canary' }, a: { b: { authorization: 'canary' } } }, 'x');
    });
    expect(text).not.toContain('canary');
    expect(text).toContain('***');
  });

  it('tells message, code and causes of an error, not the SQL and values its driver hangs on it', () => {
    const driver = Object.assign(new Error('Duplicate entry'), {
      errno: 1062,
      sql: 'INSERT … canary',
      parameters: ['canary'],
    });
    const text = logged((log) => log.error({ err: new Error('outer', { cause: driver }) }, 'failed'));
    expect(JSON.parse(text).err).toMatchObject({
      message: 'outer',
      cause: { message: 'Duplicate entry', errno: 1062 },
    });
    expect(text).not.toContain('canary');
  });
});
