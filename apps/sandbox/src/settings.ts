import { z } from 'zod';

export const SIGNATURE_SCHEMES = ['hmac-sha256', 'md5-salt'] as const;
export const SignatureScheme = z.enum(SIGNATURE_SCHEMES);
export type SignatureScheme = z.infer<typeof SignatureScheme>;

const BaseUrl = z.url({ protocol: /^https?$/, error: 'must be an http(s) address such as http://127.0.0.1:4000' });

/**
 * How this provider is set up. `webhookSecret` signs what it pushes, `signKey` checks what it receives.
 * `scheme` null accepts either scheme and pushes with HMAC; a named scheme is the only one accepted and used.
 */
export const Settings = z.strictObject({
  platformUrl: BaseUrl.nullable(),
  merchantNo: z.string().min(1),
  webhookSecret: z.string().min(1),
  signKey: z.string().min(1),
  scheme: SignatureScheme.nullable(),
  /** A provider that insists on the literal key in the body; otherwise a key seen there is refused. */
  literalSignKey: z.boolean(),
  /** What the mail server and mail service want; null: they take any, and none. */
  mailPassword: z.string().min(1).nullable(),
});
export type Settings = z.infer<typeof Settings>;

export const SettingsChange = Settings.partial();

/** Values for a demo on one machine; worthless anywhere else. */
export const DEMO_SETTINGS: Settings = {
  platformUrl: null,
  merchantNo: 'M-DEMO-0001',
  webhookSecret: 'demo-webhook-secret',
  signKey: 'demo-sign-key',
  scheme: null,
  literalSignKey: false,
  mailPassword: null,
};

/** Settings with the given changes; a field that is absent or undefined stays as it was. */
export function changeSettings(settings: Settings, change: z.infer<typeof SettingsChange>): Settings {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  return Settings.parse({ ...settings, ...given });
}
