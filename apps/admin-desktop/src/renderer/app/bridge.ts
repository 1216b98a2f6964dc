import type { Bridge } from '../../bridge/contract.ts';
import { createBrowserBridge } from './browser-bridge.ts';

export type { Bridge } from '../../bridge/contract.ts';
export type { AppInfo, KeychainState, ServerCheck, Settings } from '../../bridge/payloads.ts';
export { parseServerAddress } from '../../bridge/server-address.ts';

declare global {
  interface Window {
    /** Exposed by the preload script; absent in an ordinary browser. */
    readonly bridge?: Bridge;
  }
}

export const bridge: Bridge = window.bridge ?? createBrowserBridge();
