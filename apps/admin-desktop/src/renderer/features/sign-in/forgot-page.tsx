import { Email } from '@forewarn/core/accounts/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { Anchor, Button, Divider, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTRPC } from '../../api.ts';
import { ToneNote } from '../../app/tone-note.tsx';
import { useProblem } from '../../app/use-problem.ts';
import { ServerField } from './server-field.tsx';
import classes from './sign-in.module.css';
import { useSignInText } from './text.ts';

/** Asks for the link to a new password; the same answer for every address. */
export function ForgotPage() {
  const t = useSignInText().forgotPage;
  const trpc = useTRPC();
  const toProblem = useProblem();
  const [editing, setEditing] = useState(false);
  const [sentTo, setSentTo] = useState<string>();
  const form = useForm({
    initialValues: { email: '' },
    validate: { email: (value) => (Email.safeParse(value).success ? null : t.emailHint) },
  });
  const ask = useMutation(
    trpc.auth.resetPassword.mutationOptions({ onSuccess: (_done, { email }) => setSentTo(email ?? '') }),
  );
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
            {sentTo === undefined ? (
              <form
                noValidate
                onSubmit={form.onSubmit(({ email }) => ask.mutate({ realm: 'staff', email: email.trim() }))}
              >
                <Stack gap="md">
                  <Text size="sm" c="dimmed">
                    {t.text}
                  </Text>
                  <TextInput
                    label={t.email}
                    type="email"
                    autoComplete="username"
                    spellCheck={false}
                    required
                    {...form.getInputProps('email')}
                  />
                  {ask.error && <ErrorNote problem={toProblem(ask.error)} />}
                  <Button type="submit" size="md" fullWidth loading={ask.isPending}>
                    {t.send}
                  </Button>
                </Stack>
              </form>
            ) : (
              <Stack gap="md">
                <ToneNote tone="positive" title={t.sentTitle}>
                  {t.sent(sentTo)}
                </ToneNote>
                <Group>
                  <Button variant="default" onClick={() => setSentTo(undefined)}>
                    {t.again}
                  </Button>
                </Group>
              </Stack>
            )}
          </Stack>
        </Paper>
        <Anchor size="sm" ta="center" renderRoot={(props) => <Link to="/sign-in" {...props} />}>
          {t.back}
        </Anchor>
      </Stack>
    </main>
  );
}
