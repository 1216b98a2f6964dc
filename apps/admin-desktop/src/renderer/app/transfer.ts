import { useCallback } from 'react';
import type { z } from 'zod';
import { ApiFailure, ErrorBody } from './api-failure.ts';
import { useSession } from './use-session.ts';

/** Files go by REST, with the session's token: throws what `useProblem` understands. */
export function useTransfer() {
  const session = useSession();
  const send = useCallback(
    async (path: string, init?: RequestInit): Promise<Response> => {
      const answer = await session.fetch(path, init);
      if (answer.ok) return answer;
      const body = ErrorBody.safeParse(await answer.json().catch(() => undefined)).data;
      throw new ApiFailure(answer.status, body ?? { error: 'INTERNAL', message: '' });
    },
    [session],
  );
  const upload = useCallback(
    async <T extends z.ZodType>(path: string, file: File, shape: T): Promise<z.output<T>> => {
      const form = new FormData();
      form.append('file', file, file.name);
      const answer = await send(path, { method: 'POST', body: form });
      const { data } = (await answer.json()) as { data: unknown };
      return shape.parse(data);
    },
    [send],
  );
  const download = useCallback(async (path: string): Promise<Blob> => (await send(path)).blob(), [send]);
  return { upload, download };
}

/** What `saveFile` and a picture's address take: a page may show data, not blobs. */
export function asDataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
