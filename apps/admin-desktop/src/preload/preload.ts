import { contextBridge, ipcRenderer } from 'electron';
import type { ChannelTable } from '../bridge/channels.ts';

/** Baked in by `build.mjs` from `bridge/contract.ts`. */
declare const __CHANNELS__: ChannelTable;
const channels = __CHANNELS__;

type Call = (input?: unknown) => Promise<unknown>;
type Listen = (listener: (payload: unknown) => void) => () => void;

/** Nothing of Electron or Node reaches the page: named functions over fixed channels, and the payloads alone of what comes back. */
const bridge: Record<string, Record<string, Call | Listen>> = {};

for (const [group, methods] of Object.entries(channels.calls)) {
  const calls: Record<string, Call> = {};
  for (const [name, channel] of Object.entries(methods)) calls[name] = (input) => ipcRenderer.invoke(channel, input);
  bridge[group] = calls;
}

const on: Record<string, Listen> = {};
for (const [name, channel] of Object.entries(channels.events)) {
  on[name] = (listener) => {
    const forward = (_event: unknown, payload: unknown) => listener(payload);
    ipcRenderer.on(channel, forward);
    return () => {
      ipcRenderer.removeListener(channel, forward);
    };
  };
}
bridge.on = on;

contextBridge.exposeInMainWorld('bridge', bridge);
