import { hostname, totalmem } from 'node:os';

/**
 * The private server's settings. The first three are what makes "committed" mean "on disk": without sync_binlog=1 a
 * MariaDB with a binary log may forget acknowledged commits when the system crashes.
 * @param paths  { data, tmp, socket, pidFile, initFile }: as the server sees them
 * @param large  for tables of millions: a quarter of the memory for pages, and indexes are built in fewer rounds
 */
export function serverConfig({ flavour, port, user, paths, large = false }) {
  const settings = {
    innodb_flush_log_at_trx_commit: 1,
    sync_binlog: 1,
    log_bin: 'binlog',
    server_id: 1,
    binlog_expire_logs_seconds: 86_400,
    max_binlog_size: '64M',
    transaction_isolation: 'READ-COMMITTED',
    character_set_server: 'utf8mb4',
    default_time_zone: "'+00:00'",
    max_allowed_packet: '64M',
    max_connections: 200,
    innodb_buffer_pool_size: large ? `${Math.floor(totalmem() / 2 ** 22)}M` : '256M',
    ...(large ? { innodb_sort_buffer_size: '64M' } : {}),
    performance_schema: 'OFF',
    bind_address: '127.0.0.1',
    port,
    skip_name_resolve: 'ON',
    datadir: paths.data,
    socket: paths.socket,
    pid_file: paths.pidFile,
    init_file: paths.initFile,
    // Its own: a server that starts sweeps this folder, also of another server's temporary tables.
    tmpdir: paths.tmp,
    ...(user ? { user } : {}),
    ...(flavour === 'mariadb'
      ? { binlog_format: 'ROW', innodb_log_file_size: '64M' }
      : { mysqlx: 'OFF', secure_file_priv: 'NULL', innodb_redo_log_capacity: '100M' }),
  };
  return `[mysqld]\n${Object.entries(settings)
    .map(([name, value]) => `${name} = ${value}`)
    .join('\n')}\n`;
}

/**
 * Statements the server runs at every start, so that the accounts always fit secrets.json: everything that could
 * log in without a password goes, root gets its password, and the application gets an account for its database alone.
 */
export function initStatements({ rootPassword, appPassword, database }) {
  const accounts = ["''@'localhost'", "'root'@'::1'", `'root'@'${hostname().toLowerCase()}'`].map(
    (who) => `DROP USER IF EXISTS ${who};`,
  );
  const root = ['localhost', '127.0.0.1'].flatMap((host) => [
    `CREATE USER IF NOT EXISTS 'root'@'${host}' IDENTIFIED BY '${rootPassword}';`,
    `ALTER USER 'root'@'${host}' IDENTIFIED BY '${rootPassword}';`,
    `GRANT ALL PRIVILEGES ON *.* TO 'root'@'${host}' WITH GRANT OPTION;`,
  ]);
  const app = [
    `CREATE DATABASE IF NOT EXISTS ${database} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;`,
    `CREATE USER IF NOT EXISTS '${database}'@'127.0.0.1' IDENTIFIED BY '${appPassword}';`,
    `ALTER USER '${database}'@'127.0.0.1' IDENTIFIED BY '${appPassword}';`,
    `GRANT ALL PRIVILEGES ON ${database}.* TO '${database}'@'127.0.0.1';`,
  ];
  return `${[...accounts, ...root, ...app].join('\n')}\n`;
}
