/**
 * What the children of `npm start` get in their environment. Variables the user has set win over ours.
 * @param given  { ports: {web, metrics, workerMetrics}, database, redis, smtp, secrets, webDir }
 */
export function appEnvironment(given) {
  const env = process.env;
  const host = env.HOST || '127.0.0.1';
  const publicUrl = env.PUBLIC_URL || originOf(host, given.ports.web);
  return {
    NODE_ENV: env.NODE_ENV || 'development',
    HOST: host,
    PORT: String(given.ports.web),
    METRICS_PORT: String(given.ports.metrics),
    PUBLIC_URL: publicUrl,
    MERCHANT_WEB_DIR: env.MERCHANT_WEB_DIR || given.webDir,
    DATABASE_URL: given.database,
    REDIS_URL: given.redis,
    SMTP_URL: env.SMTP_URL || given.smtp,
    // Chat robots of the sandbox may be entered too.
    CHAT_EXTRA_HOSTS: env.CHAT_EXTRA_HOSTS || `127.0.0.1:${given.ports.sandbox}`,
    MAIL_FROM: env.MAIL_FROM || 'Forewarn <no-reply@forewarn.test>',
    DATA_KEYS: env.DATA_KEYS || given.secrets.dataKeys,
    TOKEN_KEYS: env.TOKEN_KEYS || given.secrets.tokenKeys,
    PROVIDER_CALLBACK_URL: env.PROVIDER_CALLBACK_URL || `${publicUrl}/api/v1/webhook/status`,
  };
}

/** The worker is the same program with a metrics port of its own. */
export const workerEnvironment = (environment, metricsPort) => ({ ...environment, METRICS_PORT: String(metricsPort) });

/** Where a program that listens at `host` is reached from this machine. */
export function originOf(host, port) {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
