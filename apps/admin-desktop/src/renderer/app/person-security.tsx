import type { Realm } from '@forewarn/core/accounts/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { useT } from '@forewarn/ui/i18n';
import { SessionEntry } from '@forewarn/ui/security';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../api.ts';
import { usePersonSecurityText } from './person-security-text.ts';
import { QueryView } from './query-view.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { useProblem } from './use-problem.ts';
import { useMay, useUser } from './use-session.ts';

interface PersonSecurityProps {
  realm: Realm;
  subjectId: number;
  name: string;
  totpEnabled: boolean;
  /** Password and second factor are kept by the operator's own sign-in service. */
  external?: boolean;
  /** The second factor has gone: whoever shows it reads it again. */
  onReset?: () => Promise<unknown>;
}

/** Where somebody else is signed in and how they prove who they are, for those who watch over security (C-155). */
export function PersonSecurity(person: PersonSecurityProps) {
  const looks = useMay('session:view');
  const resets = useMay('staff:manage');
  const own = useUser()?.id === person.subjectId && person.realm === 'staff';
  if (!looks && (!resets || own)) return null;
  return (
    <Stack gap="lg">
      {looks && <Sessions {...person} />}
      {resets && !own && <SecondFactor {...person} />}
    </Stack>
  );
}

function Sessions({ realm, subjectId, name }: PersonSecurityProps) {
  const t = usePersonSecurityText();
  const closable = useClosable();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const toProblem = useProblem();
  const ends = useMay('session:end');
  const [asking, setAsking] = useState(false);
  const list = useQuery(trpc.admin.sessions.list.queryOptions({ realm, subjectId }));
  const refresh = () => cache.invalidateQueries(trpc.admin.sessions.list.queryFilter({ realm, subjectId }));
  const end = useMutation(
    trpc.admin.sessions.end.mutationOptions({
      onSuccess: () => void notifications.show({ message: t.endedOne, ...closable }),
      onSettled: refresh,
    }),
  );
  const endAll = useMutation(
    trpc.admin.sessions.endAll.mutationOptions({
      onSuccess: async ({ ended }) => {
        setAsking(false);
        notifications.show({ message: t.ended(ended), ...closable });
        await refresh();
      },
    }),
  );
  return (
    <Stack gap="sm" component="section">
      <Title order={3} size="h6">
        {t.sessions}
      </Title>
      {end.error && <ErrorNote problem={toProblem(end.error)} />}
      <QueryView query={list}>
        {({ records }) =>
          records.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t.none}
            </Text>
          ) : (
            <Stack gap="md">
              <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
                {records.map((session) => (
                  <SessionEntry
                    key={session.id}
                    session={session}
                    busy={end.isPending}
                    {...(ends && { onEnd: () => end.mutate({ id: session.id }) })}
                  />
                ))}
              </Stack>
              {ends && (
                <Group>
                  <Button variant="light" color="red" onClick={() => setAsking(true)}>
                    {t.endAll}
                  </Button>
                </Group>
              )}
            </Stack>
          )
        }
      </QueryView>
      {asking && (
        <ReasonDialog
          title={t.endAllTitle(name)}
          text={t.endAllText}
          confirmLabel={t.endAll}
          busy={endAll.isPending}
          problem={endAll.error ? toProblem(endAll.error) : undefined}
          onReason={(reason) => endAll.mutate({ realm, subjectId, reason })}
          onCancel={() => {
            setAsking(false);
            endAll.reset();
          }}
        />
      )}
    </Stack>
  );
}

function SecondFactor({ realm, subjectId, name, totpEnabled, external = false, onReset }: PersonSecurityProps) {
  const t = usePersonSecurityText();
  const closable = useClosable();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const toProblem = useProblem();
  const [asking, setAsking] = useState(false);
  const reset = useMutation(
    trpc.admin.totp.reset.mutationOptions({
      onSuccess: async () => {
        setAsking(false);
        notifications.show({ message: t.resetDone(name), ...closable });
        await Promise.all([onReset?.(), cache.invalidateQueries(trpc.admin.sessions.list.pathFilter())]);
      },
    }),
  );
  return (
    <Stack gap="sm" component="section">
      <Title order={3} size="h6">
        {t.totp}
      </Title>
      <Text size="sm" {...(!totpEnabled && { c: 'dimmed' })}>
        {external ? t.external : totpEnabled ? t.on : t.off}
      </Text>
      {totpEnabled && !external && (
        <Group>
          <Button variant="light" color="red" onClick={() => setAsking(true)}>
            {t.reset}
          </Button>
        </Group>
      )}
      {asking && (
        <ReasonDialog
          title={t.resetTitle(name)}
          text={t.resetText}
          confirmLabel={t.reset}
          busy={reset.isPending}
          problem={reset.error ? toProblem(reset.error) : undefined}
          onReason={(reason) => reset.mutate({ realm, subjectId, reason })}
          onCancel={() => {
            setAsking(false);
            reset.reset();
          }}
        />
      )}
    </Stack>
  );
}

/** A notification's closing button needs a name, too. */
function useClosable() {
  return { closeButtonProps: { 'aria-label': useT().close } };
}
