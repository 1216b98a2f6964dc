import { z } from 'zod';
import { currentLocale } from '../preferences/locale.ts';
import { authorizedFetch } from './authorized-fetch.ts';
import { ErrorData, RequestError } from './request-error.ts';
import { activeSession, renewSession } from './session.ts';

/** 10 MB from a phone with one bar. */
const PATIENCE = 180_000;
const Envelope = z.object({ data: z.unknown() });

interface Reply {
  status: number;
  text: string;
}

/** By XMLHttpRequest, because `fetch` doesn't say how far an upload has got. */
function send(
  path: string,
  file: File,
  token: string,
  onProgress: (part: number) => void,
  signal?: AbortSignal,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.timeout = PATIENCE;
    request.setRequestHeader('authorization', `Bearer ${token}`);
    request.setRequestHeader('accept-language', currentLocale());
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener('load', () => resolve({ status: request.status, text: request.responseText }));
    request.addEventListener('error', () => reject(new TypeError('The upload was cut off')));
    request.addEventListener('timeout', () => reject(new DOMException('The upload took too long', 'TimeoutError')));
    request.addEventListener('abort', () => reject(new DOMException('The upload was cancelled', 'AbortError')));
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    const form = new FormData();
    form.append('file', file, file.name);
    request.send(form);
  });
}

/**
 * Sends one file in a form; answers the envelope's data. `onProgress` gets 0…1. Throws as a REST call does; an `AbortError` when `signal`
 * has ended it.
 */
export async function uploadFile(
  path: string,
  file: File,
  onProgress: (part: number) => void,
  signal?: AbortSignal,
): Promise<unknown> {
  const session = await activeSession();
  signal?.throwIfAborted();
  let reply = await send(path, file, session?.accessToken ?? '', onProgress, signal);
  if (reply.status === 401 && session) {
    const renewed = await renewSession();
    if (renewed) reply = await send(path, file, renewed.accessToken, onProgress, signal);
  }
  const json: unknown = JSON.parse(reply.text);
  if (reply.status >= 400) throw new RequestError(ErrorData.parse(json));
  return Envelope.parse(json).data;
}

/** A file's bytes, fetched with the reader's rights. Throws as a REST call does. */
export async function fetchFile(path: string): Promise<Blob> {
  const headers = { 'accept-language': currentLocale() };
  const response = await authorizedFetch(path, { headers }, PATIENCE);
  if (!response.ok) throw new RequestError(ErrorData.parse(await response.json()));
  return response.blob();
}

/** Fetches a file and hands it to the browser to save. */
export async function saveFile(path: string, fileName: string): Promise<void> {
  offer(await fetchFile(path), fileName);
}

/** Hands the browser a file that is here already. */
export function saveBlob(blob: Blob, fileName: string): void {
  offer(blob, fileName);
}

interface TextOrBytes {
  fileName: string;
  contentType: string;
  encoding: 'text' | 'base64';
  content: string;
}

/** Hands the browser a file that came inside an answer. */
export function saveBytes({ fileName, contentType, encoding, content }: TextOrBytes): void {
  const part = encoding === 'text' ? content : Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0));
  offer(new Blob([part], { type: contentType }), fileName);
}

function offer(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  /* Not at once: Safari reads it after the click. */
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
