import type { SecurityEvent } from '@forewarn/core/security-events/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { useFormat } from '@forewarn/ui/format';
import { useT } from '@forewarn/ui/i18n';
import { Button, Drawer, Group, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../api.ts';
import { Facts } from '../../app/facts.tsx';
import { QueryView } from '../../app/query-view.tsx';
import { ReasonDialog } from '../../app/reason-dialog.tsx';
import { useProblem } from '../../app/use-problem.ts';
import { useMay } from '../../app/use-session.ts';
import { useSecurityEventText } from './text.ts';

/** One event with its particulars, and what can be done about it. */
export function EventDrawer({ id, onClose }: { id: number | undefined; onClose: () => void }) {
  const t = useSecurityEventText();
  const words = useT();
  const trpc = useTRPC();
  const event = useQuery(trpc.admin.security.events.get.queryOptions({ id: id ?? 0 }, { enabled: id !== undefined }));
  return (
    <Drawer
      opened={id !== undefined}
      onClose={onClose}
      position="right"
      size={520}
      title={id !== undefined && t.detail(id)}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      {id !== undefined && <QueryView query={event}>{(data) => <Detail event={data} />}</QueryView>}
    </Drawer>
  );
}

function Detail({ event }: { event: SecurityEvent }) {
  const t = useSecurityEventText();
  const format = useFormat();
  const { detail, realm, acknowledgedTime } = event;
  const known = Object.entries(t.facts).map(([name, label]) => ({ label, value: detail[name] }));
  return (
    <Stack gap="lg">
      <Facts
        presentOnly
        items={[
          { label: t.column.kind, value: t.kind[event.kind], wide: true },
          { label: t.severityLabel, value: t.severity[event.severity] },
          { label: t.column.at, value: format.time(event.at, 'exact') },
          { label: t.column.who, value: event.subjectName || t.nobody },
          { label: t.address, value: event.ip },
          ...known,
          { label: t.device, value: event.userAgent, wide: true },
        ]}
      />
      {acknowledgedTime === null ? (
        <AcknowledgeForm id={event.id} />
      ) : (
        <Stack gap={4}>
          <Text size="sm">{t.acknowledged(event.acknowledgedName, format.time(acknowledgedTime, 'dated'))}</Text>
          {event.note && (
            <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {event.note}
            </Text>
          )}
        </Stack>
      )}
      {realm !== null && event.subjectId !== null && (
        <EndSessions realm={realm} subjectId={event.subjectId} name={event.subjectName} />
      )}
    </Stack>
  );
}

function AcknowledgeForm({ id }: { id: number }) {
  const t = useSecurityEventText();
  const trpc = useTRPC();
  const client = useQueryClient();
  const toProblem = useProblem();
  const [note, setNote] = useState('');
  const acknowledge = useMutation(
    trpc.admin.security.events.acknowledge.mutationOptions({
      onSuccess: () => client.invalidateQueries(trpc.admin.security.events.pathFilter()),
    }),
  );
  return (
    <Stack gap="sm">
      <Textarea
        label={t.note}
        description={t.noteHint}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {acknowledge.error && <ErrorNote problem={toProblem(acknowledge.error)} />}
      <Group>
        <Button loading={acknowledge.isPending} onClick={() => acknowledge.mutate({ id, note })}>
          {t.acknowledge}
        </Button>
      </Group>
    </Stack>
  );
}

function EndSessions({ realm, subjectId, name }: { realm: 'merchant' | 'staff'; subjectId: number; name: string }) {
  const t = useSecurityEventText();
  const words = useT();
  const trpc = useTRPC();
  const toProblem = useProblem();
  const allowed = useMay('session:end');
  const [asking, setAsking] = useState(false);
  const end = useMutation(
    trpc.admin.sessions.endAll.mutationOptions({
      onSuccess: ({ ended }) => {
        setAsking(false);
        notifications.show({ message: t.ended(ended), closeButtonProps: { 'aria-label': words.close } });
      },
    }),
  );
  if (!allowed) return null;
  return (
    <Group>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t.endSessions}
      </Button>
      {asking && (
        <ReasonDialog
          title={t.endTitle}
          text={t.endText(name)}
          confirmLabel={t.endSessions}
          busy={end.isPending}
          problem={end.error ? toProblem(end.error) : undefined}
          onReason={(reason) => end.mutate({ realm, subjectId, reason })}
          onCancel={() => setAsking(false)}
        />
      )}
    </Group>
  );
}
