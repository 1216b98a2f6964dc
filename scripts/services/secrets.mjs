import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../failure.mjs';
import { ensureDir, shown } from '../paths.mjs';

const password = () => randomBytes(18).toString('base64url');
const key = (name) => `${name}:${randomBytes(32).toString('base64')}`;

/**
 * Passwords of the private services and the keys of the development system, made once per home directory and
 * readable by their owner alone.
 */
export function loadSecrets(home) {
  const file = join(ensureDir(home), 'secrets.json');
  if (existsSync(file)) {
    try {
      return JSON.parse(readFileSync(file, 'utf8'));
    } catch {
      throw unusable(file, 'is damaged');
    }
  }
  // Data without its keys can't be read again: better to say so than to go on with new ones.
  if (existsSync(join(home, 'mysql', 'data'))) throw unusable(file, 'is missing');
  const secrets = {
    mysqlRoot: password(),
    mysqlApp: password(),
    redis: password(),
    dataKeys: key('dev1'),
    tokenKeys: key('dev1'),
  };
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  chmodSync(`${file}.new`, 0o600);
  renameSync(`${file}.new`, file);
  return secrets;
}

const unusable = (file, how) =>
  new Failure(`${shown(file)} ${how}, so the encrypted local data can't be read`, {
    hint: 'Put the file back, or empty the local data with `npm run reset` and start again.',
  });
