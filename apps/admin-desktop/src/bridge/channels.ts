import { CALLS, EVENTS } from './contract.ts';

/** `settings.get` → its IPC channel. */
export function callChannel(group: string, name: string): string {
  return `forewarn:call:${group}.${name}`;
}

export function eventChannel(name: string): string {
  return `forewarn:event:${name}`;
}

/** Names without schemas: what the build bakes into the preload script, so that it needs no code but its own. */
export interface ChannelTable {
  calls: Record<string, Record<string, string>>;
  events: Record<string, string>;
}

export function channelTable(): ChannelTable {
  const calls: ChannelTable['calls'] = {};
  for (const [group, methods] of Object.entries(CALLS)) {
    calls[group] = Object.fromEntries(Object.keys(methods).map((name) => [name, callChannel(group, name)]));
  }
  return { calls, events: Object.fromEntries(Object.keys(EVENTS).map((name) => [name, eventChannel(name)])) };
}
