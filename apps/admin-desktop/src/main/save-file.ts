import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronApi } from './electron-api.ts';
import type { Windows } from './windows.ts';

/** Asks where, then writes; answers the file's name without its folder. The person chooses the place, never the page. */
export async function saveFile(
  { dialog }: Pick<ElectronApi, 'dialog'>,
  windows: Pick<Windows, 'front'>,
  file: { suggestedName: string; content: string; encoding?: 'text' | 'base64' | undefined },
): Promise<{ saved: boolean; fileName: string | null }> {
  const place = await choosePlace(dialog, windows, file.suggestedName);
  if (place === undefined) return { saved: false, fileName: null };
  await writeFile(place, file.content, file.encoding === 'base64' ? 'base64' : 'utf8');
  return { saved: true, fileName: path.basename(place) };
}

/** Where the person wants it; undefined when they left the question. */
export async function choosePlace(
  dialog: ElectronApi['dialog'],
  windows: Pick<Windows, 'front'>,
  suggestedName: string,
): Promise<string | undefined> {
  const options = {
    defaultPath: suggestedName,
    filters: [{ name: 'Forewarn', extensions: [path.extname(suggestedName).slice(1)] }],
  };
  const window = windows.front();
  const chosen = window ? await dialog.showSaveDialog(window, options) : await dialog.showSaveDialog(options);
  return chosen.canceled || chosen.filePath === '' ? undefined : chosen.filePath;
}
