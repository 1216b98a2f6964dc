import { PasswordInput, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ComponentProps, ReactNode } from 'react';
import { useTRPC } from '../../api.ts';
import { QueryView } from '../../app/query-view.tsx';
import { useUser } from '../../app/use-session.ts';
import { useBackupText } from './backup-text.ts';

/** Shows a form that asks who one is, knowing whether a code is needed; says why not where the platform keeps no password. */
export function WithIdentity({ children }: { children: (withCode: boolean) => ReactNode }) {
  const t = useBackupText();
  const trpc = useTRPC();
  const state = useQuery(trpc.auth.security.queryOptions({}));
  return (
    <QueryView query={state}>
      {({ external, totpEnabled }) => (external ? <Text size="sm">{t.elsewhere}</Text> : children(totpEnabled))}
    </QueryView>
  );
}

interface IdentityFieldsProps {
  withCode: boolean;
  password: Partial<ComponentProps<typeof PasswordInput>>;
  code: Partial<ComponentProps<typeof TextInput>>;
}

/** One's own password, and a code where there is a second factor. */
export function IdentityFields({ withCode, password, code }: IdentityFieldsProps) {
  const t = useBackupText();
  const email = useUser()?.email ?? '';
  return (
    <>
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordInput label={t.password} autoComplete="current-password" {...password} />
      {withCode && (
        <TextInput
          label={t.code}
          description={t.codeHint}
          autoComplete="one-time-code"
          spellCheck={false}
          maxLength={40}
          {...code}
        />
      )}
    </>
  );
}
