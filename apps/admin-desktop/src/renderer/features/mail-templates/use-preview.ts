import type { TemplateDetail } from '@forewarn/core/mail-templates/model';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTRPCClient } from '../../api.ts';

/** The server's view of what is being written, asked for when typing pauses: what is wrong with it, or the mail it makes. */
export function usePreview({ kind, locale }: TemplateDetail, text: { subject: string; body: string }) {
  const client = useTRPCClient();
  const [settled] = useDebouncedValue(text, 350);
  const preview = useQuery({
    queryKey: ['mail-template-preview', kind, locale, settled],
    queryFn: () => client.admin.templates.preview.mutate({ kind, locale, ...settled }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const pending = settled.subject !== text.subject || settled.body !== text.body;
  return { preview: preview.data, stale: pending || preview.isPlaceholderData };
}
