import { Text } from '@mantine/core';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { TextLink } from '../../app/text-link.tsx';
import { AuthLayout } from './auth-layout.tsx';
import { LoginForm } from './login-form.tsx';
import { useAuthText } from './text.ts';

const route = getRouteApi('/login');

export function LoginPage() {
  const text = useAuthText();
  const { next, account } = route.useSearch();
  const router = useRouter();
  return (
    <AuthLayout
      page={text.page}
      heading={text.heading}
      intro={next ? text.continueTo : text.intro}
      footer={
        <>
          <Text size="sm" c="dimmed">
            {text.noAccount}
          </Text>
          <TextLink to="/register">{text.toRegister}</TextLink>
        </>
      }
    >
      <LoginForm account={account} onSignedIn={() => router.history.replace(next ?? '/')} />
    </AuthLayout>
  );
}
