import { callChannel } from '../bridge/channels.ts';
import { CALLS, type CallHandlers } from '../bridge/contract.ts';
import { isAppUrl } from './origin.ts';

/** The frame a message came from; Electron gives null when it has navigated away or is gone. */
export interface SenderFrame {
  url: string;
  parent: object | null;
}
export interface CallEvent {
  senderFrame: SenderFrame | null;
}
export interface CallRegistry {
  handle(channel: string, listener: (event: CallEvent, ...args: unknown[]) => Promise<unknown>): void;
}

/** What a page gets when a call is refused: the call's name and why, nothing of ours inside. */
export class CallRefused extends Error {
  override readonly name = 'CallRefused';
}

/** Only the app's own page, in the window's top frame, may call. */
export function isTrusted(frame: SenderFrame | null): boolean {
  return frame !== null && frame.parent === null && isAppUrl(frame.url);
}

/**
 * Puts every call of the contract behind the same door: sender checked, exactly one payload, parsed by its schema, answer parsed too
 * (so that nothing undeclared reaches a page).
 */
export function registerCalls(registry: CallRegistry, handlers: CallHandlers): void {
  for (const [group, methods] of Object.entries(CALLS)) {
    const implementations: Record<string, (input: never) => unknown> = handlers[group as keyof CallHandlers];
    for (const [name, spec] of Object.entries(methods)) {
      const run = implementations[name];
      if (run === undefined) throw new Error(`bridge call ${group}.${name} has no handler`);
      registry.handle(callChannel(group, name), async (event, ...args) => {
        if (!isTrusted(event.senderFrame)) throw new CallRefused(`${group}.${name}: this sender may not call`);
        const parsed = spec.input.safeParse(args[0]);
        if (args.length > 1 || !parsed.success) throw new CallRefused(`${group}.${name}: the payload is not valid`);
        return spec.output.parse(await run(parsed.data as never));
      });
    }
  }
}
