import { getRouteApi } from '@tanstack/react-router';
import { LinkGate } from './link-gate.tsx';
import { SetPassword } from './set-password.tsx';
import { useAuthText } from './text.ts';

const route = getRouteApi('/reset');

export function ResetPage() {
  const { reset: text } = useAuthText();
  const { token = '-' } = route.useSearch();
  return (
    <LinkGate key={token} page={text.page} token={token} purpose="RESET">
      {({ email }) => <SetPassword token={token} email={email} heading={text.heading} intro={text.intro(email)} />}
    </LinkGate>
  );
}
