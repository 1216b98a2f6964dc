import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { flipFuses } from '@electron/fuses';
import { FUSES } from './fuses.ts';

/** What electron-builder tells its `afterPack` hook, as far as it is used. */
export interface PackedApp {
  appOutDir: string;
  electronPlatformName: string;
  packager: { appInfo: { productFilename: string }; executableName?: string };
}

function binaryOf({ electronPlatformName, packager }: PackedApp): string | undefined {
  const name = packager.appInfo.productFilename;
  switch (electronPlatformName) {
    case 'darwin':
    case 'mas':
      return `${name}.app`;
    case 'win32':
      return `${name}.exe`;
    case 'linux':
      return packager.executableName;
    default:
      return undefined;
  }
}

/** Sets the fuses of a packed app, before it is signed. Fails loudly: an app without them must not be shipped. */
export async function setFuses(packed: PackedApp): Promise<void> {
  const binary = binaryOf(packed);
  if (binary === undefined || !(await readdir(packed.appOutDir)).includes(binary)) {
    throw new Error(`No ${binary ?? packed.electronPlatformName} in ${packed.appOutDir}: its fuses can't be set.`);
  }
  await flipFuses(path.join(packed.appOutDir, binary), FUSES);
}
