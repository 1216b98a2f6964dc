import { describe, expect, it } from 'vitest';
import { createPasswordHasher } from './password-hasher.ts';

describe('A-302 passwords with argon2id', () => {
  const hasher = createPasswordHasher();

  it('hashes with 19 MiB, two passes, one lane, and a salt of its own each time', async () => {
    const [first, second] = await Promise.all([hasher.hash('Passw0rd'), hasher.hash('Passw0rd')]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(first).not.toBe(second);
    expect(await hasher.verify(first, 'Passw0rd')).toBe(true);
    expect(await hasher.verify(first, 'passw0rd')).toBe(false);
  });

  it('answers false for nobody, even for the right text of somebody', async () => {
    expect(await hasher.verifyNothing('Passw0rd')).toBe(false);
  });

  it('refuses more waiting sign-ins than it can serve instead of piling them up', async () => {
    const crowd = await Promise.allSettled(Array.from({ length: 110 }, () => hasher.verifyNothing('x')));
    const refused = crowd.filter((result) => result.status === 'rejected');
    expect(refused.length).toBe(8);
    expect(refused.every((result) => result.reason.code === 'UNAVAILABLE')).toBe(true);
  }, 30_000);
});
