import type { MailRow } from '@forewarn/core/notifications/model';
import { type Column, MailStatusBadge } from '@forewarn/ui/data';
import { useFormat } from '@forewarn/ui/format';
import { Anchor, Checkbox, Stack, Text, VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { kindName, useMailsText } from './text.ts';

interface Choosing {
  rows: readonly MailRow[];
  chosen: ReadonlySet<number>;
  setChosen: (ids: ReadonlySet<number>) => void;
  mayResend: boolean;
}

export function useMailColumns({ rows, chosen, setChosen, mayResend }: Choosing): Column<MailRow>[] {
  const t = useMailsText();
  const format = useFormat();
  const toggle = (id: number) =>
    setChosen(chosen.has(id) ? new Set([...chosen].filter((one) => one !== id)) : new Set([...chosen, id]));
  const canChoose = mayResend && rows.some((mail) => mail.canResend);
  const choice: Column<MailRow> = {
    key: 'choice',
    header: '',
    width: 44,
    render: (mail) =>
      mail.canResend && (
        <Checkbox
          size="xs"
          aria-label={t.select(mail.id)}
          checked={chosen.has(mail.id)}
          onChange={() => toggle(mail.id)}
        />
      ),
  };
  return [
    ...(canChoose ? [choice] : []),
    {
      key: 'created',
      header: t.column.created,
      width: 150,
      render: (mail) => (
        <Anchor
          size="sm"
          className="fw-tabular"
          style={{ whiteSpace: 'nowrap' }}
          renderRoot={(props) => <Link to="/mails" search={(now) => ({ ...now, open: mail.id })} replace {...props} />}
        >
          {format.time(mail.createdTime, 'short')}
          <VisuallyHidden> · {t.open(mail.id)}</VisuallyHidden>
        </Anchor>
      ),
    },
    { key: 'kind', header: t.column.kind, width: 170, render: (mail) => kindName(t.kinds, mail.kind) },
    {
      key: 'recipient',
      header: t.column.recipient,
      render: (mail) => (
        <Stack gap={0}>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {mail.recipient}
          </Text>
          {mail.merchantName && (
            <Text size="xs" c="dimmed">
              {mail.merchantName}
            </Text>
          )}
        </Stack>
      ),
    },
    {
      key: 'status',
      header: t.column.status,
      width: 170,
      render: (mail) => (
        <Stack gap={2} align="flex-start">
          <MailStatusBadge value={mail.status} />
          {mail.status === 'QUEUED' && mail.sendAfter && (
            <Text size="xs" c="dimmed">
              {t.waits(format.time(mail.sendAfter, 'short'))}
            </Text>
          )}
        </Stack>
      ),
    },
    {
      key: 'reply',
      header: t.column.reply,
      render: (mail) => (
        <Text size="sm" c="dimmed" lineClamp={2} title={mail.reply ?? ''} style={{ overflowWrap: 'anywhere' }}>
          {mail.reply ?? '–'}
        </Text>
      ),
    },
  ];
}
