import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

/** deploy/production.env.example is what an operator starts from: complete, and its commented defaults are the real ones. */
const example = readFileSync(new URL('../../../deploy/production.env.example', import.meta.url), 'utf8');
const source = readFileSync(new URL('./config.ts', import.meta.url), 'utf8');
const key = (id: string) => `${id}:${Buffer.alloc(32, 7).toString('base64')}`;

function settings(pattern: RegExp): Record<string, string> {
  return Object.fromEntries([...example.matchAll(pattern)].map(([, name = '', value = '']) => [name, value]));
}
const given = settings(/^([A-Z][A-Z0-9_]+)=(.*)$/gm);
const defaults = settings(/^# ([A-Z][A-Z0-9_]+)=(.*)$/gm);
const filled = { ...given, DATA_KEYS: key('d1'), TOKEN_KEYS: key('t1') };

describe('deploy/production.env.example', () => {
  it('names every variable that is read, and no other', () => {
    const env = /const Env = z\.object\(\{(.*?)^\}\);/ms.exec(source)?.[1] ?? '';
    // SEED_…: for demo data, which production refuses.
    const read = [...env.matchAll(/^ {2}((?!SEED_)[A-Z][A-Z0-9_]+):/gm)].map(([, name]) => name);
    expect(read.length).toBeGreaterThan(30);
    expect([...Object.keys(given), ...Object.keys(defaults)].sort()).toEqual(read.sort());
  });

  it('starts production once the keys are filled in, and not before', () => {
    expect(readConfig(filled)).toMatchObject({ production: true, env: 'production' });
    expect(() => readConfig(given)).toThrow(/DATA_KEYS: .*\n.*TOKEN_KEYS: /);
  });

  it('shows the real defaults in its commented lines', () => {
    const { METRICS_PORT, ...rest } = defaults;
    expect(METRICS_PORT).toBe('9464');
    expect(readConfig({ ...filled, ...rest })).toEqual(readConfig(filled));
  });
});
