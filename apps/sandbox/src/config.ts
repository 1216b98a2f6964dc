import { z } from 'zod';
import { changeSettings, DEMO_SETTINGS } from './settings.ts';

const Port = z.coerce.number().int().min(0).max(65_535).default(0);
const given = (value: unknown) => (value === '' ? undefined : value);

const Env = z.object({
  SANDBOX_HOST: z.preprocess(given, z.string().default('127.0.0.1')),
  SANDBOX_PORT: z.preprocess(given, Port),
  SANDBOX_SMTP_PORT: z.preprocess(given, Port),
  SANDBOX_PLATFORM_URL: z.preprocess(given, z.url({ protocol: /^https?$/ }).optional()),
  SANDBOX_MERCHANT_NO: z.preprocess(given, z.string().optional()),
  SANDBOX_WEBHOOK_SECRET: z.preprocess(given, z.string().optional()),
  SANDBOX_SIGN_KEY: z.preprocess(given, z.string().optional()),
  SANDBOX_FIRST_ALERT: z.preprocess(given, z.coerce.number().int().min(1).optional()),
});

/** What `startSandbox` needs, read from the environment. Throws a readable message naming each wrong variable. */
export function readConfig(env: NodeJS.ProcessEnv = process.env) {
  const parsed = Env.safeParse(env);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The sandbox can't start, please correct:\n${lines.join('\n')}`);
  }
  const values = parsed.data;
  return {
    host: values.SANDBOX_HOST,
    port: values.SANDBOX_PORT,
    smtpPort: values.SANDBOX_SMTP_PORT,
    firstAlert: values.SANDBOX_FIRST_ALERT,
    settings: changeSettings(DEMO_SETTINGS, {
      platformUrl: values.SANDBOX_PLATFORM_URL,
      merchantNo: values.SANDBOX_MERCHANT_NO,
      webhookSecret: values.SANDBOX_WEBHOOK_SECRET,
      signKey: values.SANDBOX_SIGN_KEY,
    }),
  };
}
