import { expect, test } from 'vitest';
import { type GuardedSession, refusePermissions } from './permissions.ts';

const PERMISSIONS = [
  'media',
  'geolocation',
  'notifications',
  'midi',
  'pointerLock',
  'fullscreen',
  'openExternal',
  'clipboard-read',
  'display-capture',
  'hid',
  'serial',
  'usb',
  'idle-detection',
  'fileSystem',
  'a-permission-of-the-future',
];

function refused() {
  const handlers: {
    request?: Parameters<GuardedSession['setPermissionRequestHandler']>[0];
    check?: Parameters<GuardedSession['setPermissionCheckHandler']>[0];
    device?: Parameters<GuardedSession['setDevicePermissionHandler']>[0];
    download?: (event: { preventDefault(): void }) => void;
  } = {};
  refusePermissions({
    setPermissionRequestHandler: (handler) => {
      handlers.request = handler;
    },
    setPermissionCheckHandler: (handler) => {
      handlers.check = handler;
    },
    setDevicePermissionHandler: (handler) => {
      handlers.device = handler;
    },
    on: (_event, listener) => {
      handlers.download = listener;
    },
  });
  const ask = (permission: string, requestingUrl: string) => {
    let answer: boolean | undefined;
    handlers.request?.(null, permission, (granted) => (answer = granted), { requestingUrl });
    return answer;
  };
  return { ask, handlers };
}

test.each(PERMISSIONS)('desktop: the permission %s is refused, asked for or looked up', (permission) => {
  const { ask, handlers } = refused();
  expect(ask(permission, 'app://forewarn/')).toBe(false);
  expect(handlers.check?.(null, permission, 'app://forewarn/')).toBe(false);
});

test('desktop: copying text is allowed to the app’s own page and to nobody else', () => {
  const { ask, handlers } = refused();
  expect(ask('clipboard-sanitized-write', 'app://forewarn/alerts/1')).toBe(true);
  expect(ask('clipboard-sanitized-write', 'https://evil.example/')).toBe(false);
  expect(handlers.check?.(null, 'clipboard-sanitized-write', 'https://evil.example/')).toBe(false);
});

test('desktop: devices and downloads are refused', () => {
  const { handlers } = refused();
  let prevented = false;
  handlers.download?.({ preventDefault: () => (prevented = true) });
  expect([handlers.device?.(), prevented]).toEqual([false, true]);
});
