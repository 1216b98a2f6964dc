import { purgeSignIns } from '@forewarn/core/accounts';
import { purgeExports } from '@forewarn/core/alert-exports';
import { sweepKeptEvidence, sweepOrphanFiles, sweepUnusedEvidence } from '@forewarn/core/alerts';
import { purgeImports } from '@forewarn/core/card-imports';
import { purgeChannelMessages } from '@forewarn/core/channels';
import { purgeInbox } from '@forewarn/core/inbox';
import type { Core } from '@forewarn/core/kernel/context';
import { purgeIdempotencyKeys } from '@forewarn/core/kernel/store';
import { after, DAY } from '@forewarn/core/kernel/time';
import { purgeAnswerLinks } from '@forewarn/core/notifications';
import { purgeSecurityTraces, readThresholds } from '@forewarn/core/security-events';

/** What has run its course goes, an hour at a time, in batches until nothing is left; several workers at once do no harm. */
export async function purge(
  core: Core,
  { evidenceUnusedDays, evidenceKeptMonths }: { evidenceUnusedDays?: number; evidenceKeptMonths?: number } = {},
): Promise<number> {
  // One folder an hour; what it can't remove it finds again.
  let gone = await sweepOrphanFiles(core);
  const { retentionDays } = await readThresholds(core);
  for (;;) {
    const batch =
      (await purgeSignIns(core.db, core.now())) +
      (await purgeImports(core)) +
      (await purgeExports(core)) +
      (await purgeInbox(core)) +
      (await purgeChannelMessages(core.db, after(core.now(), -90 * DAY))) +
      (await purgeSecurityTraces(core.db, core.now(), retentionDays)) +
      (await purgeAnswerLinks(core.db, after(core.now(), -30 * DAY))) +
      (await sweepUnusedEvidence(core, evidenceUnusedDays)) +
      (await sweepKeptEvidence(core, evidenceKeptMonths)) +
      (await purgeIdempotencyKeys(core.db, after(core.now(), -7 * DAY)));
    gone += batch;
    if (batch === 0) return gone;
  }
}
