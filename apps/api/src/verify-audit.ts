import { problemText, verifyWhole } from '@forewarn/core/audit';
import { systemActor } from '@forewarn/core/kernel/actor';
import { ConfigError, EX_CONFIG, readConfig } from './config.ts';
import { createDeps } from './deps.ts';
import { createLog } from './log.ts';

/** `node verify-audit.ts`: verifies the whole audit log. Exit status 0: it fits; 1: it doesn't; 2: it could not be verified. */
const NOT_VERIFIED = 2;

async function main(): Promise<number> {
  const config = readConfig();
  const deps = createDeps(config, createLog({ ...config, logLevel: 'error' }, 'verify-audit'));
  try {
    const caller = {
      actor: systemActor('verify-audit'),
      requestId: crypto.randomUUID(),
      ip: '',
      userAgent: '',
      locale: 'en',
    } as const;
    const found = await verifyWhole(deps.core, caller, (checked, total) => {
      if (checked < total) console.error(`${checked} of ${total} …`);
    });
    const { ok, checked, unchained, problems, firstProblem, checkpoints } = found;
    console.log(
      `${checked} entries verified, ${unchained} wait to be chained; ` +
        `${checkpoints?.stored ?? 0} checkpoints in the database, ${checkpoints?.outside ?? 0} outside.`,
    );
    if (ok) console.log('The audit log is whole.');
    else if (firstProblem) {
      const { kind, seq, auditId } = firstProblem;
      const place = [seq && `link ${seq}`, auditId && `entry ${auditId}`].filter(Boolean).join(', ');
      console.log(
        `${problems === 1 ? "1 thing doesn't" : `${problems} things don't`} fit. The first: ${problemText(kind, 'en')} (${kind}; ${place}).`,
      );
    }
    return ok ? 0 : 1;
  } finally {
    await deps.close();
  }
}

main().then(
  (status) => process.exit(status),
  (error: unknown) => {
    console.error(error instanceof ConfigError ? error.message : error);
    process.exit(error instanceof ConfigError ? EX_CONFIG : NOT_VERIFIED);
  },
);
