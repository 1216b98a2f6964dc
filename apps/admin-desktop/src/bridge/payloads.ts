import { LOCALES } from '@forewarn/core/kernel/locale';
import { z } from 'zod';

/** Inside the app only: one leading slash, no host, no scheme. */
export const AppPath = z
  .string()
  .max(500)
  .regex(/^\/(?![/\\])[\w\-./?=&%,:~]*$/);

export const Settings = z.object({
  /** Origin of the server; null until one has been chosen. */
  serverAddress: z.string().nullable(),
  /** Whether this desktop may change it (a browser preview may not). */
  serverAddressFixed: z.boolean(),
  locale: z.enum(LOCALES).nullable(),
});
export type Settings = z.output<typeof Settings>;

export const SERVER_STATES = ['ready', 'starting', 'not_forewarn', 'unreachable'] as const;
export const ServerCheck = z.object({
  address: z.string(),
  state: z.enum(SERVER_STATES),
  milliseconds: z.number().int(),
});
export type ServerCheck = z.output<typeof ServerCheck>;

/**
 * `keychain`: sealed by the operating system. Otherwise the session ends with the app, and the page says so:
 * `plain_text_backend`: Linux without a secret service, where "encryption" would be a fixed password; `unavailable`: no keychain
 * at all; `browser`: the preview has none.
 */
export const KEYCHAIN_STATES = ['keychain', 'plain_text_backend', 'unavailable', 'browser'] as const;
export const KeychainState = z.object({ state: z.enum(KEYCHAIN_STATES) });
export type KeychainState = z.output<typeof KeychainState>;

export const RefreshToken = z.string().min(20).max(200);
export const StoredSession = z.object({ refreshToken: RefreshToken.nullable() });
/** `remember`: whether it may outlive the app; absent: as the one it takes the place of. */
export const SessionToStore = z.object({ refreshToken: RefreshToken, remember: z.boolean().optional() });

export const ExternalLink = z.object({ url: z.url().max(2000) });
export const Notice = z.object({
  title: z.string().min(1).max(120),
  body: z.string().max(400),
  /** Where a click on the notification leads. */
  path: AppPath.optional(),
});
/** What the product itself exports, and evidence: tables, texts, papers and pictures, nothing that runs. `base64`: the content is a file's bytes; absent: a text. */
const FileName = z
  .string()
  .max(120)
  .regex(/^[^\\/:*?"<>|\p{Cc}]+\.(csv|txt|json|xlsx|pdf|png|jpe?g)$/iu);
export const FileToSave = z.object({
  suggestedName: FileName,
  content: z.string().max(20_000_000),
  encoding: z.enum(['text', 'base64']).optional(),
});
export const SavedFile = z.object({ saved: z.boolean(), fileName: z.string().nullable() });
/** A file of the server that is too large to go through a page: the ones exports make. */
export const FileToDownload = z.object({
  path: z.string().regex(/^\/api\/v1\/alerts\/exports\/[0-9a-f-]{36}\/file$/),
  suggestedName: FileName,
  /** The session's access token, and the language of a refusal. */
  token: z
    .string()
    .max(8000)
    .regex(/^[\w.~+/-]+=*$/),
  locale: z.enum(LOCALES),
});
export type FileToDownload = z.output<typeof FileToDownload>;
/** `failure`: the server's refusal as it came; status 0: no answer, or it broke off. */
export const DownloadedFile = SavedFile.extend({
  failure: z.object({ status: z.number().int(), body: z.string() }).nullable(),
});
export type DownloadedFile = z.output<typeof DownloadedFile>;

export const AppInfo = z.object({
  version: z.string(),
  platform: z.string(),
  /** `electron` or, for the preview in an ordinary browser, `browser`. */
  shell: z.enum(['electron', 'browser']),
  electron: z.string().nullable(),
});
export type AppInfo = z.output<typeof AppInfo>;

export const MENU_COMMANDS = ['sign-out', 'change-server', 'search', 'refresh'] as const;
export const MenuCommand = z.object({ name: z.enum(MENU_COMMANDS) });
export type MenuCommand = z.output<typeof MenuCommand>['name'];
export const Navigation = z.object({ path: AppPath });
