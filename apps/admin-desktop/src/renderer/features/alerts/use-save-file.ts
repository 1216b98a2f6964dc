import { bridge } from '../../app/bridge.ts';
import { asDataUrl, useTransfer } from '../../app/transfer.ts';

/** Names come from senders and uploaders: what no file system takes is replaced, and the ending stays when one is cut. */
export function fileNameFor(name: string): string {
  const clean = name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, '_');
  const dot = clean.lastIndexOf('.');
  const ending = dot < 0 ? '' : clean.slice(dot);
  return clean.slice(0, clean.length - ending.length).slice(0, 120 - ending.length) + ending;
}

/** Reads a file of the server and lets the person say where it goes; answers whether they did. */
export function useSaveFile() {
  const { download } = useTransfer();
  return async (path: string, name: string) => {
    const url = await asDataUrl(await download(path));
    const content = url.slice(url.indexOf(',') + 1);
    return bridge.shell.saveFile({ suggestedName: fileNameFor(name), content, encoding: 'base64' });
  };
}
