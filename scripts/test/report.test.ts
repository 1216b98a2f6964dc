import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { countResults } from './report.mjs';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'forewarn-report-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const reportOf = (content: object) => {
  const file = join(dir, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
};

test('a file that could not be loaded counts as a failure of its own', () => {
  const file = reportOf({
    numPassedTests: 3,
    numFailedTests: 1,
    numPendingTests: 2,
    testResults: [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ],
  });
  expect(countResults(file)).toEqual({ passed: 3, failed: 2, skipped: 2 });
});

test('no report at all is a failure', () => {
  expect(countResults(join(dir, 'none.json'))).toEqual({ passed: 0, failed: 1, skipped: 0 });
});
