import type { Sender } from '@forewarn/core/mail-senders/model';
import { Button, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../api.ts';
import { Page } from '../../app/page.tsx';
import { QueryView } from '../../app/query-view.tsx';
import { useMay } from '../../app/use-session.ts';
import { SenderCard } from './sender-card.tsx';
import { SenderDrawer } from './sender-drawer.tsx';
import { StartedWith } from './started-with.tsx';
import { useSendersText } from './text.ts';

/** Who sends mails, in order, with their state (A-240…A-243). */
export function MailSendersPage() {
  const t = useSendersText();
  const trpc = useTRPC();
  const mayUpdate = useMay('smtp:update');
  const [editing, setEditing] = useState<Sender | 'new'>();
  const senders = useQuery(trpc.admin.mailSenders.list.queryOptions({}, { refetchInterval: 15_000 }));
  return (
    <Page
      title={t.title}
      hint={t.hint}
      actions={
        mayUpdate && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEditing('new')}>
            {t.add}
          </Button>
        )
      }
    >
      <QueryView query={senders}>
        {({ records, startedWith }) => (
          <Stack gap="md">
            {startedWith.used && <StartedWith server={startedWith} />}
            {records.map((sender, index) => (
              <SenderCard
                key={sender.id}
                sender={sender}
                place={index}
                all={records}
                onEdit={() => setEditing(sender)}
              />
            ))}
            {!startedWith.used && <StartedWith server={startedWith} />}
          </Stack>
        )}
      </QueryView>
      {editing && (
        <SenderDrawer sender={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />
      )}
    </Page>
  );
}
