import { CardImportDetail, IMPORT_MAX_BYTES } from '@forewarn/core/card-imports/model';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queryClient, trpc } from '../../api.ts';
import { uploadFile } from '../../app/session/files.ts';

const IMPORTS = '/api/v1/cards/imports';
export const templatePath = (format: 'xlsx' | 'csv') => `${IMPORTS}/template?format=${format}`;
export const problemsPath = (id: string, format: 'xlsx' | 'csv') => `${IMPORTS}/${id}/problems?format=${format}`;

/** How often a running import is looked at, in ms. */
const WATCH_EVERY = 700;

/** Everything that shows an import or its cards is asked for again. */
function refresh(): void {
  void queryClient.invalidateQueries(trpc.cards.pathFilter());
}

export interface UploadState {
  /** 0…1 while the file travels; 1 while it is read. */
  progress: number | null;
  tooLarge: boolean;
  error: unknown;
}

/** Sends a file and says how far it is; `onRead` gets the import it has become. */
export function useUpload(onRead: (id: string) => void) {
  const [state, setState] = useState<UploadState>({ progress: null, tooLarge: false, error: null });
  async function send(file: File): Promise<void> {
    if (file.size > IMPORT_MAX_BYTES) return setState({ progress: null, tooLarge: true, error: null });
    setState({ progress: 0, tooLarge: false, error: null });
    try {
      const data = await uploadFile(IMPORTS, file, (progress) => setState((before) => ({ ...before, progress })));
      refresh();
      onRead(CardImportDetail.parse(data).id);
    } catch (error) {
      setState({ progress: null, tooLarge: false, error });
    }
  }
  return { ...state, send };
}

/** The import, looked at often while it runs, here or on another device. */
export function useImport(id: string, running: boolean) {
  return useQuery(
    trpc.cards.imports.get.queryOptions(
      { id },
      { refetchInterval: ({ state }) => (running || state.data?.status === 'RUNNING' ? WATCH_EVERY : false) },
    ),
  );
}

const keep = { onSettled: refresh };
export const useMapImport = () => useMutation(trpc.cards.imports.map.mutationOptions(keep));
export const useEditRow = () => useMutation(trpc.cards.imports.editRow.mutationOptions(keep));
export const useRunImport = () => useMutation(trpc.cards.imports.run.mutationOptions(keep));
export const useUndoImport = () => useMutation(trpc.cards.imports.undo.mutationOptions(keep));
export const useRemoveImport = () => useMutation(trpc.cards.imports.remove.mutationOptions(keep));
