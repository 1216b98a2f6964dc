import { type AlertDetail, EvidenceFile } from '@forewarn/core/alerts/model';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { queryClient, trpc } from '../../api.ts';
import { errorData } from '../../app/problem/read-error.ts';
import { uploadFile } from '../../app/session/files.ts';
import { rememberBytes } from './evidence-bytes.ts';
import { type EvidenceFault, evidenceFault } from './evidence-rules.ts';
import { type PhotoChange, preparePhoto } from './prepare-photo.ts';

/** A file that is not with the alert (yet). */
export interface Upload {
  key: string;
  file: File;
  /** 0…1 once it is under way. */
  progress: number | null;
  /** What the page itself found wrong; there is no use in trying again. */
  fault?: EvidenceFault | 'duplicate';
  /** What was thrown. */
  error?: unknown;
}

let numbered = 0;

export const isUnderWay = ({ fault, error }: Upload) => fault === undefined && error === undefined;

const filterOf = (id: number) => trpc.alerts.get.queryFilter({ id: String(id) });
const keyOf = (id: number) => trpc.alerts.get.queryKey({ id: String(id) });

async function changeFiles(id: number, change: (files: EvidenceFile[]) => EvidenceFile[]): Promise<void> {
  // An answer of before the change must not undo it.
  await queryClient.cancelQueries(filterOf(id));
  queryClient.setQueryData(keyOf(id), (alert) => alert && { ...alert, evidenceFiles: change(alert.evidenceFiles) });
  void queryClient.invalidateQueries(filterOf(id));
}

/** The alert's evidence: what is being uploaded, one after the other so that a phone's line carries it, and what is removed. */
export function useEvidence(alert: Pick<AlertDetail, 'id' | 'evidenceFiles'>) {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  /** Files of the answer that is being corrected which the new one does without: they stay that one's proof. */
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const files = alert.evidenceFiles.filter(({ id, removed }) => removed === null && !leftOut.has(id));
  /** What the page has changed about files it uploaded, by their id. */
  const [changes, setChanges] = useState<Readonly<Record<string, PhotoChange>>>({});
  const queue = useRef(Promise.resolve());
  /** Ends an upload, waiting or under way. */
  const ends = useRef(new Map<string, AbortController>());
  const remove = useMutation(
    trpc.alerts.removeEvidence.mutationOptions({
      onSuccess: (_, { id, evidenceId }) =>
        changeFiles(Number(id), (files) => files.filter((file) => file.id !== evidenceId)),
      onError: (_, { id }) => queryClient.invalidateQueries(filterOf(Number(id))),
    }),
  );

  const change = (key: string, part: Partial<Upload>) =>
    setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, ...part } : upload)));
  const dismiss = (key: string) => setUploads((all) => all.filter((upload) => upload.key !== key));

  async function send({ key, file }: Upload, { signal }: AbortController): Promise<void> {
    if (signal.aborted) return;
    change(key, { progress: 0 });
    try {
      const prepared = await preparePhoto(file);
      if (signal.aborted) return;
      if ('fault' in prepared) return change(key, { fault: prepared.fault });
      const data = await uploadFile(
        `/api/v1/alerts/${alert.id}/evidence`,
        prepared.file,
        (progress) => change(key, { progress }),
        signal,
      );
      const stored = EvidenceFile.parse(data);
      // The same bytes as a file that was left out: it is wanted after all.
      setLeftOut((all) => new Set([...all].filter((id) => id !== stored.id)));
      const known = queryClient.getQueryData(keyOf(alert.id))?.evidenceFiles.some(({ id }) => id === stored.id);
      if (known && !leftOut.has(stored.id)) return change(key, { fault: 'duplicate' });
      if (known) return dismiss(key);
      rememberBytes(stored.id, prepared.file);
      const made = prepared.change;
      if (made) setChanges((all) => ({ ...all, [stored.id]: made }));
      await changeFiles(alert.id, (files) => [...files, stored]);
      dismiss(key);
    } catch (error) {
      // The last byte may have been there already: then the list shows the file.
      if (signal.aborted) return void queryClient.invalidateQueries(filterOf(alert.id));
      change(key, { error });
      // A refusal may mean that this page shows an old state.
      if (errorData(error)) void queryClient.invalidateQueries(filterOf(alert.id));
    }
  }

  function enqueue(upload: Upload): void {
    const end = new AbortController();
    ends.current.set(upload.key, end);
    queue.current = queue.current.then(() => send(upload, end)).finally(() => ends.current.delete(upload.key));
  }

  return {
    files,
    uploads,
    busy: uploads.some(isUnderWay),
    add(chosen: readonly File[]): void {
      let present = files.length + uploads.filter(isUnderWay).length;
      const added = chosen.map((file): Upload => {
        const fault = evidenceFault(file, present);
        if (!fault) present += 1;
        return { key: `upload-${++numbered}`, file, progress: null, ...(fault && { fault }) };
      });
      setUploads((all) => [...all, ...added]);
      for (const upload of added) if (isUnderWay(upload)) enqueue(upload);
    },
    retry({ key, file }: Upload): void {
      const again: Upload = { key, file, progress: null };
      setUploads((all) => all.map((upload) => (upload.key === key ? again : upload)));
      enqueue(again);
    },
    dismiss,
    cancel(key: string): void {
      ends.current.get(key)?.abort();
      dismiss(key);
    },
    changes,
    remove(file: EvidenceFile): void {
      if (file.answered) setLeftOut((all) => new Set([...all, file.id]));
      else remove.mutate({ id: alert.id, evidenceId: file.id });
    },
    removing: remove.isPending ? remove.variables.evidenceId : undefined,
    removeError: remove.isError ? remove.error : undefined,
  };
}

export type Evidence = ReturnType<typeof useEvidence>;
