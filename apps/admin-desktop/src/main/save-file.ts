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
  const options = {
    defaultPath: file.suggestedName,
    filters: [{ name: 'Forewarn', extensions: [path.extname(file.suggestedName).slice(1)] }],
  };
  const window = windows.front();
  const chosen = window ? await dialog.showSaveDialog(window, options) : await dialog.showSaveDialog(options);
  if (chosen.canceled || chosen.filePath === '') return { saved: false, fileName: null };
  await writeFile(chosen.filePath, file.content, file.encoding === 'base64' ? 'base64' : 'utf8');
  return { saved: true, fileName: path.basename(chosen.filePath) };
}
