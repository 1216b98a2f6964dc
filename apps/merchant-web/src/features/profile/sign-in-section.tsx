import { Button, Divider, Group, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useSessionUser } from '../../app/session/session.ts';
import { EmailForm } from './email-form.tsx';
import { PasswordForm } from './password-form.tsx';
import { SavedNote } from './saved-note.tsx';
import { Section } from './section.tsx';
import { useProfileText } from './text.ts';

type Open = 'email' | 'password';

/** What one signs in with, each with its change in place. */
export function SignInSection() {
  const { signIn: text } = useProfileText();
  const user = useSessionUser();
  const [open, setOpen] = useState<Open>();
  const [done, setDone] = useState<{ of: Open; text: string }>();
  const start = (what: Open) => {
    setDone(undefined);
    setOpen(what);
  };
  const close = () => setOpen(undefined);
  const finish = (of: Open, said: string) => {
    close();
    setDone({ of, text: said });
  };
  const withCode = user?.totpEnabled ?? false;
  const said = (of: Open) => (done?.of === of ? done.text : undefined);
  return (
    <Section title={text.title}>
      {open === 'email' ? (
        <EmailForm withCode={withCode} onCancel={close} onSent={(email) => finish('email', text.emailSent(email))} />
      ) : (
        <Fact label={text.email} value={user?.email ?? ''} note={said('email')}>
          <Button variant="default" size="sm" onClick={() => start('email')}>
            {text.changeEmail}
          </Button>
        </Fact>
      )}
      <Divider />
      {open === 'password' ? (
        <PasswordForm
          email={user?.email ?? ''}
          companyName={user?.companyName ?? ''}
          withCode={withCode}
          onCancel={close}
          onChanged={() => finish('password', text.passwordChanged)}
        />
      ) : (
        <Fact label={text.password} value={text.passwordHidden} note={said('password')}>
          <Button variant="default" size="sm" onClick={() => start('password')}>
            {text.changePassword}
          </Button>
        </Fact>
      )}
    </Section>
  );
}

interface FactProps {
  label: string;
  value: string;
  note: string | undefined;
  children: ReactNode;
}

function Fact({ label, value, note, children }: FactProps) {
  return (
    <Stack gap={6}>
      <Group justify="space-between" gap="sm">
        <div style={{ minWidth: 0 }}>
          <Text size="sm" c="dimmed">
            {label}
          </Text>
          <Text style={{ overflowWrap: 'anywhere' }}>{value}</Text>
        </div>
        {children}
      </Group>
      <SavedNote text={note} />
    </Stack>
  );
}
