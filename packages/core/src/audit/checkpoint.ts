import { z } from 'zod';
import type { Macs } from '../ports/macs.ts';
import type { Head } from './link.ts';

/** "So many entries, ending in this hash, at that time", signed. It proves that the chain was once at least so long, and what it was. */
export interface Checkpoint extends Head {
  keyId: string;
  signature: Buffer;
  madeTime: Date;
}

const Line = z.object({
  seq: z.number().int().positive(),
  hash: z.hex().length(64),
  madeTime: z.iso.datetime(),
  keyId: z.string().min(1).max(40),
  signature: z.hex().length(64),
});

export function signCheckpoint(macs: Macs, { seq, hash }: Head, madeTime: Date): Checkpoint {
  const signature = macs.mac('audit-checkpoint', macs.keyId, said(seq, hash, madeTime));
  if (!signature) throw new Error(`The signing key ${macs.keyId} signs nothing`);
  return { seq, hash, keyId: macs.keyId, signature, madeTime };
}

/** `unknown-key`: it can't be told. */
export function checkCheckpoint(macs: Macs, checkpoint: Checkpoint): 'genuine' | 'forged' | 'unknown-key' {
  const { seq, hash, keyId, signature, madeTime } = checkpoint;
  const expected = macs.mac('audit-checkpoint', keyId, said(seq, hash, madeTime));
  if (!expected) return 'unknown-key';
  return expected.equals(signature) ? 'genuine' : 'forged';
}

function said(seq: number, hash: Buffer, madeTime: Date): Buffer {
  return Buffer.from(`1 ${seq} ${hash.toString('hex')} ${madeTime.toISOString()}`, 'ascii');
}

/** A line of the file outside. */
export function writeCheckpoint({ seq, hash, madeTime, keyId, signature }: Checkpoint): string {
  return JSON.stringify({
    seq,
    hash: hash.toString('hex'),
    madeTime: madeTime.toISOString(),
    keyId,
    signature: signature.toString('hex'),
  });
}

/** undefined: the line was cut short by a crash, or isn't one of ours. */
export function readCheckpoint(line: string): Checkpoint | undefined {
  try {
    const { seq, hash, madeTime, keyId, signature } = Line.parse(JSON.parse(line));
    return {
      seq,
      hash: Buffer.from(hash, 'hex'),
      madeTime: new Date(madeTime),
      keyId,
      signature: Buffer.from(signature, 'hex'),
    };
  } catch {
    return undefined;
  }
}
