import { LOCALES } from '@forewarn/core/kernel/locale';
import { z } from 'zod';
import {
  AppInfo,
  DownloadedFile,
  ExternalLink,
  FileToDownload,
  FileToSave,
  KeychainState,
  MenuCommand,
  Navigation,
  Notice,
  SavedFile,
  ServerCheck,
  SessionToStore,
  Settings,
  StoredSession,
} from './payloads.ts';
import { ServerAddress } from './server-address.ts';

const Nothing = z.undefined();
const Done = z.object({ done: z.boolean() });

/**
 * The one declaration of what a window may ask of the main process. Preload, IPC handlers, the browser stand-in and the types of
 * `window.bridge` all follow from it; both sides of every call are parsed by these schemas in the main process.
 */
export const CALLS = {
  settings: {
    get: { input: Nothing, output: Settings },
    checkServer: { input: z.object({ address: ServerAddress }), output: ServerCheck },
    /** Ends the stored session when the address changes: a token of one server is never sent to another. */
    setServer: { input: z.object({ address: ServerAddress }), output: Settings },
    setLocale: { input: z.object({ locale: z.enum(LOCALES) }), output: Settings },
  },
  session: {
    keychain: { input: Nothing, output: KeychainState },
    load: { input: Nothing, output: StoredSession },
    /** Answers whether it will outlive the app. */
    store: { input: SessionToStore, output: z.object({ persisted: z.boolean() }) },
    clear: { input: Nothing, output: Done },
  },
  shell: {
    info: { input: Nothing, output: AppInfo },
    openExternal: { input: ExternalLink, output: z.object({ opened: z.boolean() }) },
    notify: { input: Notice, output: z.object({ shown: z.boolean() }) },
    saveFile: { input: FileToSave, output: SavedFile },
    saveDownload: { input: FileToDownload, output: DownloadedFile },
    /** How many alerts wait, on the dock or task bar where the system has a place for it. */
    setBadge: { input: z.object({ count: z.number().int().min(0).max(9999) }), output: Done },
  },
} as const;

/** What the main process tells a window. */
export const EVENTS = {
  /** A deep link, a clicked notification or the Go menu. */
  navigate: Navigation,
  command: MenuCommand,
} as const;

export type CallGroup = keyof typeof CALLS;
export type CallName<G extends CallGroup> = keyof (typeof CALLS)[G];
export type EventName = keyof typeof EVENTS;
export type EventPayload<E extends EventName> = z.output<(typeof EVENTS)[E]>;

interface CallSpec {
  input: z.ZodType;
  output: z.ZodType;
}
export type CallInput<C> = C extends CallSpec ? z.input<C['input']> : never;
export type CallParsed<C> = C extends CallSpec ? z.output<C['input']> : never;
export type CallOutput<C> = C extends CallSpec ? z.output<C['output']> : never;

type CallFunction<C> =
  CallInput<C> extends undefined ? () => Promise<CallOutput<C>> : (input: CallInput<C>) => Promise<CallOutput<C>>;

/** `window.bridge` as a page sees it. */
export type Bridge = {
  readonly [G in CallGroup]: { readonly [M in CallName<G>]: CallFunction<(typeof CALLS)[G][M]> };
} & {
  readonly on: {
    /** Returns the way to stop listening. */
    readonly [E in EventName]: (listener: (payload: EventPayload<E>) => void) => () => void;
  };
};

/** The main process's side: the same calls with parsed input. */
export type CallHandlers = {
  readonly [G in CallGroup]: {
    readonly [M in CallName<G>]: (
      input: CallParsed<(typeof CALLS)[G][M]>,
    ) => CallOutput<(typeof CALLS)[G][M]> | Promise<CallOutput<(typeof CALLS)[G][M]>>;
  };
};
