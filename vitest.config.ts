import { defineConfig } from 'vitest/config';

/**
 * Four kinds of tests, told apart by the file's name and run in this order, the cheap ones first:
 * `x.test.ts` needs nothing, `x.db.test.ts` the database and the queue, `x.e2e.test.ts` the whole system and a
 * browser, `x.crash.test.ts` kills processes and has the machine to itself. `npm test` provides the services.
 */
const seconds = 1000;
const project = (name: string, order: number, include: string[], test: object) => ({
  test: {
    name,
    include,
    exclude: ['**/node_modules/**', '**/dist/**', '**/.local/**'],
    environment: 'node',
    pool: 'forks' as const,
    maxWorkers: 2,
    setupFiles: ['./scripts/vitest-setup.ts'],
    sequence: { groupOrder: order },
    ...test,
  },
});

const special = ['**/*.db.test.{ts,tsx}', '**/*.e2e.test.{ts,tsx}', '**/*.crash.test.{ts,tsx}'];
const [db = '', e2e = '', crash = ''] = special;

export default defineConfig({
  test: {
    projects: [
      project('unit', 0, ['**/*.test.{ts,tsx}'], {
        exclude: ['**/node_modules/**', '**/dist/**', '**/.local/**', ...special],
      }),
      project('db', 1, [db], { testTimeout: 20 * seconds, hookTimeout: 60 * seconds }),
      project('e2e', 2, [e2e], { testTimeout: 60 * seconds, hookTimeout: 120 * seconds }),
      project('crash', 3, [crash], { testTimeout: 180 * seconds, hookTimeout: 180 * seconds, maxWorkers: 1 }),
    ],
  },
});
