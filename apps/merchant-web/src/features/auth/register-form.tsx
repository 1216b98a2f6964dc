import { RegisterInput } from '@forewarn/core/accounts/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import type { z } from 'zod';
import { trpc } from '../../api.ts';
import { NewPasswordField } from '../../app/new-password-field.tsx';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { TextLink } from '../../app/text-link.tsx';
import { useForm } from '../../app/use-form.ts';
import { AuthLayout } from './auth-layout.tsx';
import { useAuthText } from './text.ts';

export type RegisterValues = z.output<typeof RegisterInput>;

interface RegisterFormProps {
  /** What was sent before. */
  values: RegisterValues | undefined;
  onSent: (values: RegisterValues) => void;
}

export function RegisterForm({ values, onSent }: RegisterFormProps) {
  const text = useAuthText();
  const { register: own } = text;
  const problemOf = useProblemOf();
  const send = useMutation(trpc.auth.register.mutationOptions());
  const problem = send.isError ? problemOf(send.error) : undefined;
  const form = useRef<HTMLFormElement>(null);
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const { bind, onSubmit } = useForm({
    schema: RegisterInput,
    problem,
    extra: { timeZone },
    onValid: (input) => send.mutate(input, { onSuccess: () => onSent(input) }),
  });
  const owner = () => {
    const data = form.current && new FormData(form.current);
    return { email: String(data?.get('email') ?? ''), companyName: String(data?.get('companyName') ?? '') };
  };
  const isOwnFault = problem && Object.keys(problem.fields).length === 0;
  return (
    <AuthLayout
      page={own.page}
      heading={own.heading}
      intro={own.intro}
      footer={
        <>
          <Text size="sm" c="dimmed">
            {text.haveAccount}
          </Text>
          <TextLink to="/login" search={{}}>
            {text.toLogin}
          </TextLink>
        </>
      }
    >
      <form ref={form} onSubmit={onSubmit} noValidate>
        <Stack gap="md">
          {isOwnFault && <ErrorNote problem={problem} />}
          <TextInput
            {...bind('companyName')}
            label={own.companyName}
            defaultValue={values?.companyName}
            autoComplete="organization"
            maxLength={200}
            size="md"
            autoFocus
          />
          <TextInput
            {...bind('contactPerson')}
            label={own.contactPerson}
            defaultValue={values?.contactPerson}
            autoComplete="name"
            maxLength={100}
            size="md"
          />
          <TextInput
            {...bind('email')}
            label={text.email}
            description={own.emailHint}
            defaultValue={values?.email}
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={100}
            size="md"
          />
          <TextInput
            {...bind('phone')}
            label={own.phone}
            description={own.phoneHint}
            defaultValue={values?.phone}
            type="tel"
            autoComplete="tel"
            maxLength={20}
            size="md"
          />
          <NewPasswordField {...bind('password')} label={own.password} owner={owner} size="md" />
          <Button type="submit" size="md" fullWidth loading={send.isPending}>
            {own.submit}
          </Button>
        </Stack>
      </form>
    </AuthLayout>
  );
}
