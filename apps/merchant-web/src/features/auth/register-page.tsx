import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../../api.ts';
import { CheckMail } from './check-mail.tsx';
import { RegisterForm, type RegisterValues } from './register-form.tsx';
import { useAuthText } from './text.ts';

/** What was typed stays when the reader comes back to correct it; the password is typed anew. */
export function RegisterPage() {
  const text = useAuthText();
  const [sent, setSent] = useState<RegisterValues>();
  const [editing, setEditing] = useState(true);
  const resend = useMutation(trpc.auth.resendActivation.mutationOptions());
  if (editing || !sent)
    return (
      <RegisterForm
        values={sent}
        onSent={(values) => {
          setSent(values);
          setEditing(false);
          resend.reset();
        }}
      />
    );
  const { email } = sent;
  return (
    <CheckMail
      intro={text.mail.registered(email)}
      note={text.mail.known}
      again={{ ...resend, send: () => resend.mutate({ email }) }}
      onOtherAddress={() => setEditing(true)}
    />
  );
}
