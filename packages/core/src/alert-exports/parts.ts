import { z } from 'zod';
import type { Core } from '../kernel/context.ts';

interface Job {
  id: string;
  parts: string;
  tries: number;
}

/** For each part of a job's file the try that wrote it. */
export function partsOf({ parts }: Pick<Job, 'parts'>): number[] {
  return z.array(z.number().int()).parse(JSON.parse(parts));
}

/** Each try writes under a name of its own: a worker that lost its lease can't write over what another has put there. */
export function partKey(id: string, part: number, attempt: number): string {
  return `exports/${id}/${part}-${attempt}`;
}

/** What a part's ciphertext is bound to. */
export function partPlace(id: string, part: number): string {
  return `export_jobs.part.${id}.${part}`;
}

/** Removes all that was ever written for a job, by tries that failed as well. Safe to repeat. */
export async function removeParts({ ports: { files } }: Pick<Core, 'ports'>, job: Job): Promise<void> {
  for (const [part, tries] of [...partsOf(job), job.tries].entries())
    for (let attempt = 1; attempt <= tries; attempt++) await files.remove(partKey(job.id, part, attempt));
}
