/**
 * npm run sbom: the list of everything that is installed, with versions, licences and hashes, as CycloneDX.
 *   npm run sbom -- sbom.cdx.json     another file than .local/sbom.cdx.json
 *   npm run sbom -- --production      without what only development and tests need
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { local, root } from './paths.mjs';
import { say } from './say.mjs';

const args = process.argv.slice(2);
const omit = args.includes('--production') ? ['--omit=dev'] : [];
const target = resolve(args.find((arg) => !arg.startsWith('--')) ?? join(local, 'sbom.cdx.json'));
const text = execFileSync('npm', ['sbom', '--sbom-format=cyclonedx', '--package-lock-only', ...omit], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
  stdio: ['ignore', 'pipe', 'inherit'],
});
const { bomFormat, specVersion, components } = JSON.parse(text);
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, text);
say(`${target}: ${bomFormat} ${specVersion}, ${components.length} components`);
