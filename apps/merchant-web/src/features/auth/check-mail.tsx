import { ErrorNote } from '@forewarn/ui/feedback';
import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { TextLink } from '../../app/text-link.tsx';
import { AuthLayout } from './auth-layout.tsx';
import { useAuthText } from './text.ts';

interface CheckMailProps {
  intro: string;
  note?: string;
  /** Asks for the mail once more. */
  again: { send: () => void; isPending: boolean; isSuccess: boolean; error: unknown };
  onOtherAddress: () => void;
}

/** What follows a form whose answer comes by mail. It says the same whether or not the address was known. */
export function CheckMail({ intro, note, again, onOtherAddress }: CheckMailProps) {
  const text = useAuthText();
  const problemOf = useProblemOf();
  const [asked, setAsked] = useState(false);
  return (
    <AuthLayout
      page={text.mail.page}
      heading={text.mail.heading}
      footer={
        <TextLink to="/login" search={{}}>
          {text.backToLogin}
        </TextLink>
      }
    >
      <Stack gap="md" role="status">
        <Text>{intro}</Text>
        {note && <Text>{note}</Text>}
        <Text size="sm" c="dimmed">
          {asked && again.isSuccess ? text.mail.sentAgain : text.mail.spam}
        </Text>
      </Stack>
      {asked && again.error !== null && <ErrorNote problem={problemOf(again.error)} />}
      <Stack gap="xs">
        <Button
          variant="default"
          fullWidth
          loading={again.isPending}
          onClick={() => {
            setAsked(true);
            again.send();
          }}
        >
          {text.mail.again}
        </Button>
        <Button variant="subtle" color="gray" fullWidth onClick={onOtherAddress}>
          {text.mail.otherAddress}
        </Button>
      </Stack>
    </AuthLayout>
  );
}
