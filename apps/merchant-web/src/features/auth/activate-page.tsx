import { KeyValues } from '@forewarn/ui/data';
import { ErrorNote } from '@forewarn/ui/feedback';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { trpc } from '../../api.ts';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { TextLink } from '../../app/text-link.tsx';
import { AuthLayout } from './auth-layout.tsx';
import { CheckMail } from './check-mail.tsx';
import { DonePage } from './done.tsx';
import { EmailForm } from './email-form.tsx';
import { LinkGate, LinkProblem, linkFault } from './link-gate.tsx';
import { SetPassword } from './set-password.tsx';
import { useAuthText } from './text.ts';

const route = getRouteApi('/activate');

/** A button, because programs that open the links of mails must not use them up. */
export function ActivatePage() {
  const { token } = route.useSearch();
  return token === undefined ? <ResendPage /> : <Activate key={token} token={token} />;
}

function Activate({ token }: { token: string }) {
  const text = useAuthText();
  const { activate: own } = text;
  const problemOf = useProblemOf();
  const act = useMutation(trpc.auth.activate.mutationOptions());
  if (act.data?.setPasswordToken)
    return (
      <SetPassword
        token={act.data.setPasswordToken}
        email={act.data.email}
        heading={text.reset.chooseHeading}
        intro={text.reset.choose}
      />
    );
  if (act.data)
    return (
      <DonePage page={own.page} heading={own.doneHeading} intro={own.done(act.data.email)} account={act.data.email} />
    );
  const fault = linkFault(act.error);
  if (fault) return <LinkProblem page={own.page} purpose="ACTIVATE" code={fault} />;
  return (
    <LinkGate page={own.page} token={token} purpose="ACTIVATE">
      {({ companyName, name, email }) => (
        <AuthLayout page={own.page} heading={own.heading} intro={own.intro}>
          <KeyValues
            items={[
              { label: own.company, value: companyName, wide: true },
              { label: own.contact, value: name, wide: true },
              { label: text.email, value: email, wide: true },
            ]}
          />
          {act.isError && <ErrorNote problem={problemOf(act.error)} />}
          <Button size="md" fullWidth autoFocus loading={act.isPending} onClick={() => act.mutate({ token })}>
            {own.submit}
          </Button>
        </AuthLayout>
      )}
    </LinkGate>
  );
}

function ResendPage() {
  const text = useAuthText();
  const { activate: own } = text;
  const [email, setEmail] = useState<string>();
  const [editing, setEditing] = useState(true);
  const resend = useMutation(trpc.auth.resendActivation.mutationOptions());
  if (!editing && email !== undefined)
    return (
      <CheckMail
        intro={text.mail.activation(email)}
        again={{ ...resend, send: () => resend.mutate({ email }) }}
        onOtherAddress={() => setEditing(true)}
      />
    );
  return (
    <AuthLayout
      page={own.page}
      heading={own.resendHeading}
      intro={own.resendIntro}
      footer={
        <TextLink to="/login" search={{}}>
          {text.backToLogin}
        </TextLink>
      }
    >
      <EmailForm
        submit={own.resend}
        initial={email}
        busy={resend.isPending}
        error={resend.error}
        onEmail={(address) => {
          setEmail(address);
          resend.mutate({ email: address }, { onSuccess: () => setEditing(false) });
        }}
      />
    </AuthLayout>
  );
}
