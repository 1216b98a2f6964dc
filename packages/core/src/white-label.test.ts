import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { errorMessage } from './kernel/error-messages.ts';
import { ERRORS, type ErrorCode } from './kernel/errors.ts';
import { LOCALES } from './kernel/locale.ts';
import { ACTION_LABELS, FAILURE_TEXTS, RISK_LABELS } from './notifications/index.ts';
import { MAIL_KINDS, renderMail } from './notifications/templates.ts';

/** The provider by any of its names: its brand, its company, its hosts. */
const PROVIDER = /tradefensor|拒付通|跨拒通|securego/i;
const root = new URL('../../../', import.meta.url);
const CODES = Object.keys(ERRORS) as ErrorCode[];

/** Every file below a folder; none when there is no such folder. */
function filesBelow(folder: URL): URL[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(js|mjs|css|html|json|map|ts|tsx|svg)$/.test(name))
    .map((name) => new URL(name, folder));
}

describe('A-006 nothing a merchant could see names the provider', () => {
  it.each(LOCALES)('no error text in %s', (locale) => {
    for (const code of CODES) {
      expect(errorMessage(code, locale)).not.toMatch(PROVIDER);
      expect(errorMessage(code, locale).length, `${code} says what to do`).toBeGreaterThan(8);
    }
  });

  it.each(MAIL_KINDS.flatMap((kind) => LOCALES.map((locale) => ({ kind, locale }))))(
    'no mail: $kind in $locale',
    ({ kind, locale }) => {
      expect(Object.values(renderMail(kind, locale, {})).join('\n')).not.toMatch(PROVIDER);
    },
  );

  it('no label', () => {
    expect(JSON.stringify([ACTION_LABELS, FAILURE_TEXTS, RISK_LABELS])).not.toMatch(PROVIDER);
  });

  it.each(['packages/core/src/', 'packages/ui/src/', 'apps/merchant-web/src/'])('no source of %s', (folder) => {
    for (const file of filesBelow(new URL(folder, root))) {
      if (file.pathname.endsWith('/white-label.test.ts')) continue;
      expect(readFileSync(file, 'utf8'), file.pathname).not.toMatch(PROVIDER);
    }
  });

  const bundle = filesBelow(new URL('apps/merchant-web/dist/', root));
  it.skipIf(bundle.length === 0)('no file of the built merchant app', () => {
    for (const file of bundle) expect(readFileSync(file, 'utf8'), file.pathname).not.toMatch(PROVIDER);
  });
});
