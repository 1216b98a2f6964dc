import { InvitationCode } from '@forewarn/core/staff/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { Anchor, Button, Divider, Paper, Stack, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTRPCClient } from '../../api.ts';
import { ToneNote } from '../../app/tone-note.tsx';
import { useProblem } from '../../app/use-problem.ts';
import { AcceptForm } from './accept-form.tsx';
import { useInvitationText } from './invitation-text.ts';
import { ServerField } from './server-field.tsx';
import classes from './sign-in.module.css';

const route = getRouteApi('/accept-invitation');

/** Where the link of an invitation leads; the code can be pasted, too, when the link doesn't open the app. */
export function AcceptInvitationPage() {
  const t = useInvitationText();
  const { code } = route.useSearch();
  const navigate = route.useNavigate();
  const client = useTRPCClient();
  const toProblem = useProblem();
  const [editing, setEditing] = useState(false);
  const [accepted, setAccepted] = useState(false);
  const invitation = useQuery({
    queryKey: ['invitation', code],
    queryFn: () => client.admin.staff.readInvitation.mutate({ code: code ?? '' }),
    enabled: code !== undefined && !accepted,
    retry: false,
  });
  return (
    <main className={classes.page}>
      <Stack gap="lg" className={classes.column}>
        <Paper p="xl">
          <Stack gap="lg">
            <Title order={1} size="h3">
              {t.title}
            </Title>
            <ServerField editing={editing} onEditing={setEditing} />
            <Divider />
            {accepted ? (
              <>
                <ToneNote tone="positive">{t.done}</ToneNote>
                <Button size="md" fullWidth renderRoot={(props) => <Link to="/sign-in" {...props} />}>
                  {t.signIn}
                </Button>
              </>
            ) : code === undefined || invitation.error ? (
              <>
                {invitation.error && <ErrorNote problem={toProblem(invitation.error)} />}
                <CodeField onCode={(given) => void navigate({ search: { code: given }, replace: true })} />
              </>
            ) : (
              invitation.data && (
                <AcceptForm code={code} invitation={invitation.data} onAccepted={() => setAccepted(true)} />
              )
            )}
          </Stack>
        </Paper>
        {!accepted && (
          <Anchor size="sm" ta="center" renderRoot={(props) => <Link to="/sign-in" {...props} />}>
            {t.back}
          </Anchor>
        )}
      </Stack>
    </main>
  );
}

function CodeField({ onCode }: { onCode: (code: string) => void }) {
  const t = useInvitationText();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const parsed = InvitationCode.safeParse(text);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (parsed.success) onCode(parsed.data);
      }}
    >
      <Stack gap="md">
        <TextInput
          label={t.code}
          description={t.codeHint}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={asked && !parsed.success ? t.codeHint : undefined}
        />
        <Button type="submit" size="md" fullWidth>
          {t.next}
        </Button>
      </Stack>
    </form>
  );
}
