import { ButtonLink } from '../../app/button-link.tsx';
import { AuthLayout } from './auth-layout.tsx';
import { useAuthText } from './text.ts';

interface DoneProps {
  page: string;
  heading: string;
  intro: string;
  /** Filled in at the sign-in; absent where the reader signs in elsewhere. */
  account?: string | undefined;
}

/** It worked; signing in is the next step. */
export function DonePage({ page, heading, intro, account }: DoneProps) {
  const text = useAuthText();
  return (
    <AuthLayout page={page} heading={heading} intro={intro}>
      {account !== undefined && (
        <ButtonLink to="/login" search={{ account }} size="md" fullWidth autoFocus>
          {text.toLogin}
        </ButtonLink>
      )}
    </AuthLayout>
  );
}
