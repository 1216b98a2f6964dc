import { join } from 'node:path';
import { logDir } from '../paths.mjs';
import { startMysql } from './mysql.mjs';
import { requirePrograms } from './programs.mjs';
import { startRedis } from './redis.mjs';

/**
 * Starts the services this run needs, side by side. DATABASE_URL and REDIS_URL in the environment take their place.
 * @param options  { home, ports, secrets, onPid(name, pid), supervised?, dataParent?, database? (program to use),
 *                   also? (further programs to find or install), external? (heed the environment, default true),
 *                   large? (a database of millions of rows) }
 * @returns {{ mysql: Promise, redis: Promise, programs }} each with `url`; private ones also with pid, command, args
 */
export async function startServices(run, options) {
  const { home, onPid = () => {}, also = [], external = true, database } = options;
  const given = external ? { mysql: process.env.DATABASE_URL, redis: process.env.REDIS_URL } : {};
  const wanted = [...(given.mysql || database ? [] : ['database']), ...(given.redis ? [] : ['redis']), ...also];
  const programs = await requirePrograms(wanted, join(logDir(home), 'apt.log'));
  const mysql = given.mysql
    ? Promise.resolve({ url: given.mysql })
    : startMysql(run, { ...options, program: database ?? programs.database, onPid: (pid) => onPid('mysqld', pid) });
  const redis = given.redis
    ? Promise.resolve({ url: given.redis })
    : startRedis(run, { ...options, program: programs.redis, onPid: (pid) => onPid('redis', pid) });
  return { mysql, redis, programs };
}
