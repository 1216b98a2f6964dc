import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { setFuses } from './set-fuses.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'forewarn-fuses-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A file with the fuse wire that every Electron binary carries: sentinel, version 1, nine fuses as Electron ships them. */
function binary(name: string): string {
  const file = path.join(folder, name);
  const shipped = Buffer.from('101100011', 'latin1');
  writeFileSync(file, Buffer.concat([Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([1, 9]), shipped]));
  return file;
}

test('desktop: packing sets every fuse', async () => {
  const file = binary('forewarn');
  await setFuses({
    appOutDir: folder,
    electronPlatformName: 'linux',
    packager: { appInfo: { productFilename: 'Forewarn' }, executableName: 'forewarn' },
  });
  const wire = await getCurrentFuseWire(file);
  const on = (fuse: FuseV1Options) => wire[fuse] === FuseState.ENABLE;
  expect({
    runAsNode: on(FuseV1Options.RunAsNode),
    nodeOptions: on(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    inspect: on(FuseV1Options.EnableNodeCliInspectArguments),
    fileProtocol: on(FuseV1Options.GrantFileProtocolExtraPrivileges),
    cookies: on(FuseV1Options.EnableCookieEncryption),
    asarIntegrity: on(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    asarOnly: on(FuseV1Options.OnlyLoadAppFromAsar),
  }).toEqual({
    runAsNode: false,
    nodeOptions: false,
    inspect: false,
    fileProtocol: false,
    cookies: true,
    asarIntegrity: true,
    asarOnly: true,
  });
});

test('desktop: packing fails when there is no binary to set fuses in', async () => {
  const packed = {
    appOutDir: folder,
    electronPlatformName: 'win32',
    packager: { appInfo: { productFilename: 'Forewarn' } },
  };
  await expect(setFuses(packed)).rejects.toThrow('No Forewarn.exe');
});
