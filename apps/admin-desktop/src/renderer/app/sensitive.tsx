import type { RevealKind } from '@forewarn/core/kernel/sensitive';
import { MINUTE } from '@forewarn/core/kernel/time';
import { CopyableText } from '@forewarn/ui/data';
import { ActionIcon, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTRPC } from '../api.ts';
import { useAppText } from './text.ts';
import { useProblem } from './use-problem.ts';
import { useMay } from './use-session.ts';

/** In clear for so long: a screen that somebody has left tells nothing. */
const SHOWN_FOR = MINUTE;

/** One record's masked fields in clear, once somebody asked for them; all its fields on the page share the one audited look. */
function useReveal(kind: RevealKind, id: number) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const toProblem = useProblem();
  const queryKey = ['revealed', kind, id] as const;
  const { data: values } = useQuery<Record<string, string | null>>({ queryKey, queryFn: skipToken, gcTime: 0 });
  const look = useMutation(
    trpc.admin.sensitive.reveal.mutationOptions({
      onSuccess: ({ values }) => cache.setQueryData(queryKey, values),
      onError: (error) => notifications.show({ color: 'red', message: toProblem(error).text }),
    }),
  );
  useEffect(() => {
    if (values === undefined) return;
    const timer = setTimeout(() => void cache.resetQueries({ queryKey: ['revealed', kind, id] }), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [cache, kind, id, values]);
  const hide = () => void cache.resetQueries({ queryKey });
  return { values, hide, show: () => look.mutate({ kind, id }), pending: look.isPending };
}

interface SensitiveProps {
  kind: RevealKind;
  /** Of the merchant, card or alert. */
  id: number;
  /** The value's name among those that are revealed. */
  field: string;
  masked: string;
  /** What it is, for the button's name. */
  label: string;
}

/** A masked value; who may see it in clear has a button beside it. */
export function Sensitive({ kind, id, field, masked, label }: SensitiveProps) {
  const t = useAppText().sensitive;
  const may = useMay('sensitive:view');
  const { values, hide, show, pending } = useReveal(kind, id);
  const clear = values?.[field];
  if (!may) return masked;
  const Icon = values === undefined ? IconEye : IconEyeOff;
  const act = values === undefined ? t.show : t.hide;
  return (
    <Group gap={4} wrap="nowrap" component="span" display="inline-flex" maw="100%">
      {clear ? <CopyableText text={clear} label={label} /> : <span style={{ overflowWrap: 'anywhere' }}>{masked}</span>}
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        loading={pending}
        aria-label={`${act} ${label}`}
        title={values === undefined ? t.audited : act}
        onClick={values === undefined ? show : hide}
      >
        <Icon size={14} />
      </ActionIcon>
    </Group>
  );
}
