import { type MigrationResultSet, Migrator } from 'kysely/migration';
import type { Db } from './client.ts';
import * as core from './migrations/0001-core.ts';
import * as evidence from './migrations/0002-evidence.ts';
import * as merchantProgram from './migrations/0003-merchant-program.ts';
import * as people from './migrations/0004-people.ts';
import * as auditChain from './migrations/0005-audit-chain.ts';
import * as securityEvents from './migrations/0006-security-events.ts';
import * as keyRotation from './migrations/0007-key-rotation.ts';
import * as remoteAuth from './migrations/0008-remote-auth.ts';
import * as cardPrograms from './migrations/0009-card-programs.ts';
import * as cardImports from './migrations/0010-card-imports.ts';
import * as notifications from './migrations/0011-notifications.ts';
import * as channels from './migrations/0012-channels.ts';
import * as mailTemplatesSenders from './migrations/0013-mail-templates-senders.ts';
import * as coverage from './migrations/0014-coverage.ts';
import * as cardResults from './migrations/0015-card-results.ts';
import * as alertLists from './migrations/0016-alert-lists.ts';
import * as alertExports from './migrations/0017-alert-exports.ts';
import * as answers from './migrations/0018-answers.ts';
import * as alertRelatives from './migrations/0019-alert-relatives.ts';
import * as responseRules from './migrations/0021-response-rules.ts';
import * as staffDesk from './migrations/0022-staff-desk.ts';
import * as alertViews from './migrations/0023-alert-views.ts';
import * as alertNotes from './migrations/0024-alert-notes.ts';
import * as alertOrders from './migrations/0028-alert-orders.ts';

/** Frozen, in order; a migration never imports from the application. */
const MIGRATIONS = {
  '0001-core': core,
  '0002-evidence': evidence,
  '0003-merchant-program': merchantProgram,
  '0004-people': people,
  '0005-audit-chain': auditChain,
  '0006-security-events': securityEvents,
  '0007-key-rotation': keyRotation,
  '0008-remote-auth': remoteAuth,
  '0009-card-programs': cardPrograms,
  '0010-card-imports': cardImports,
  '0011-notifications': notifications,
  '0012-channels': channels,
  '0013-mail-templates-senders': mailTemplatesSenders,
  '0014-coverage': coverage,
  '0015-card-results': cardResults,
  '0016-alert-lists': alertLists,
  '0017-alert-exports': alertExports,
  '0018-answers': answers,
  '0019-alert-relatives': alertRelatives,
  '0021-response-rules': responseRules,
  '0022-staff-desk': staffDesk,
  '0023-alert-views': alertViews,
  '0024-alert-notes': alertNotes,
  '0028-alert-orders': alertOrders,
};

export function createMigrator(db: Db): Migrator {
  return new Migrator({ db: db.withoutPlugins(), provider: { getMigrations: async () => MIGRATIONS } });
}

/** Brings the database to the newest version (or all the way down); throws the first failure with the migration's name. */
export async function migrate(db: Db, direction: 'up' | 'down'): Promise<string[]> {
  const migrator = createMigrator(db);
  if (direction === 'up') return finish(await migrator.migrateToLatest());
  const done: string[] = [];
  for (;;) {
    const step = finish(await migrator.migrateDown());
    if (step.length === 0) return done;
    done.push(...step);
  }
}

function finish({ error, results }: MigrationResultSet): string[] {
  const failed = results?.find((result) => result.status === 'Error');
  if (error)
    throw new Error(`Migration ${failed?.migrationName ?? ''} failed: ${String((error as Error).message ?? error)}`, {
      cause: error,
    });
  return (results ?? []).filter((result) => result.status === 'Success').map((result) => result.migrationName);
}
