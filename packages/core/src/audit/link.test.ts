import { expect, it } from 'vitest';
import { testCore } from '../testing/index.ts';
import type { AuditRecord } from './canonical.ts';
import { GENESIS, linkHash } from './link.ts';

const row: AuditRecord = {
  id: 1,
  atTime: new Date('2026-11-22T03:00:00.000Z'),
  actorKind: 'staff',
  actorId: 2,
  actorName: '李敏',
  action: 'alerts.assign',
  targetType: 'alert',
  targetId: '7',
  result: 'OK',
  detail: '{"b":1,"a":{"y":[1,2],"x":null}}',
  ip: '192.0.2.1',
  userAgent: 'test',
  requestId: 'r',
};

// The database is never reached: a link is arithmetic.
const { macs } = testCore({ db: Object.create(null) }).ports;
const hash = (change: Partial<AuditRecord> = {}, prev = GENESIS) =>
  linkHash(macs, macs.keyId, prev, { ...row, ...change })?.toString('hex');

it('A-307 C-275 every field of a row is in its hash', () => {
  const changes: Partial<AuditRecord>[] = [
    { id: 2 },
    { atTime: new Date('2026-11-22T03:00:00.001Z') },
    { actorKind: 'system' },
    { actorId: 3 },
    { actorId: null },
    { actorName: '李 敏' },
    { action: 'alerts.assigm' },
    { targetType: 'alerts' },
    { targetId: '8' },
    { result: 'FORBIDDEN' },
    { detail: '{"b":2,"a":{"y":[1,2],"x":null}}' },
    { detail: '{"b":1,"a":{"y":[2,1],"x":null}}' },
    { detail: null },
    { detail: 'not json' },
    { ip: '192.0.2.2' },
    { userAgent: '' },
    { requestId: 'R' },
    // Text that moves from one field to the next.
    { targetType: 'aler', targetId: 't7' },
  ];
  const hashes = [hash(), ...changes.map((change) => hash(change))];
  expect(new Set(hashes).size).toBe(changes.length + 1);
});

it('JSON that a database writes in another order or with blanks is the same row', () => {
  expect(hash({ detail: '{"a": {"x": null, "y": [1, 2]}, "b": 1}' })).toBe(hash());
});

it('a link depends on its place and on the link before it', () => {
  expect(hash({}, { seq: 1, hash: GENESIS.hash })).not.toBe(hash());
  expect(hash({}, { seq: 0, hash: Buffer.alloc(32, 1) })).not.toBe(hash());
});

it('a key that isn’t there makes no hash', () => {
  expect(linkHash(macs, 'lost', GENESIS, row)).toBeUndefined();
});
