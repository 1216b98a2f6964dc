import { useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { trpc } from '../../api.ts';
import { TextLink } from '../../app/text-link.tsx';
import { AuthLayout } from './auth-layout.tsx';
import { CheckMail } from './check-mail.tsx';
import { EmailForm } from './email-form.tsx';
import { useAuthText } from './text.ts';

const route = getRouteApi('/forgot');

/** asks for a link to a new password. Staff come here from their mails, with their own realm. */
export function ForgotPage() {
  const text = useAuthText();
  const { realm = 'merchant' } = route.useSearch();
  const [email, setEmail] = useState<string>();
  const [editing, setEditing] = useState(true);
  const ask = useMutation(trpc.auth.resetPassword.mutationOptions());
  if (!editing && email !== undefined)
    return (
      <CheckMail
        intro={text.mail.reset(email)}
        again={{ ...ask, send: () => ask.mutate({ realm, email }) }}
        onOtherAddress={() => setEditing(true)}
      />
    );
  return (
    <AuthLayout
      page={text.forgot.page}
      heading={text.forgot.heading}
      intro={realm === 'staff' ? text.forgot.staffIntro : text.forgot.intro}
      footer={
        <TextLink to="/login" search={{}}>
          {text.backToLogin}
        </TextLink>
      }
    >
      <EmailForm
        submit={text.forgot.submit}
        initial={email}
        busy={ask.isPending}
        error={ask.error}
        onEmail={(address) => {
          setEmail(address);
          ask.mutate({ realm, email: address }, { onSuccess: () => setEditing(false) });
        }}
      />
    </AuthLayout>
  );
}
