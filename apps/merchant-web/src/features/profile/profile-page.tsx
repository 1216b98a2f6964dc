import { DetailSkeleton, ErrorState } from '@forewarn/ui/feedback';
import { Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { trpc } from '../../api.ts';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { useSessionUser } from '../../app/session/session.ts';
import { usePageTitle } from '../../app/use-page-title.ts';
import { CompanyFacts } from './company-facts.tsx';
import { CompanyForm } from './company-form.tsx';
import { MeForm } from './me-form.tsx';
import { SignInSection } from './sign-in-section.tsx';
import { useProfileText } from './text.ts';

/** the company for its owner to change and others to see, and everybody's own account. */
export function ProfilePage() {
  const text = useProfileText();
  const problemOf = useProblemOf();
  usePageTitle(text.page);
  const user = useSessionUser();
  const profile = useQuery(trpc.profile.get.queryOptions({}));
  const mayChange = user?.permissions.includes('profile:update') && !user.suspended;
  const isOwner = user?.roles.includes('OWNER') ?? false;
  return (
    <Stack gap="md" maw={720} mx="auto">
      <Title order={1} size="h3">
        {text.heading}
      </Title>
      {profile.data ? (
        mayChange ? (
          <CompanyForm profile={profile.data} />
        ) : (
          <CompanyFacts profile={profile.data} />
        )
      ) : profile.isError ? (
        <ErrorState problem={problemOf(profile.error)} onRetry={() => void profile.refetch()} />
      ) : (
        <DetailSkeleton />
      )}
      {user && !isOwner && <MeForm user={user} />}
      <SignInSection />
    </Stack>
  );
}
