import type { QuickAlert } from '@forewarn/core/alerts/model';
import { ErrorState } from '@forewarn/ui/feedback';
import { Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { client } from '../../api.ts';
import { ButtonLink } from '../../app/button-link.tsx';
import { errorData } from '../../app/problem/read-error.ts';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { Sheet } from '../../app/sheet.tsx';
import { faultOf } from './quick-fault.ts';
import { QuickForm } from './quick-form.tsx';
import { useQuickText } from './text/index.ts';

const route = getRouteApi('/answer');

/**
 * The page behind a mail's answer link. Opening it reads the alert and changes nothing, however many programs open it before its reader
 * does; the answer goes out when the reader has chosen and confirmed it.
 */
export function QuickAnswerPage() {
  const { token = '-' } = route.useSearch();
  return <QuickAnswer key={token} token={token} />;
}

function QuickAnswer({ token }: { token: string }) {
  const text = useQuickText();
  const problemOf = useProblemOf();
  const [outdated, setOutdated] = useState<unknown>();
  const alert = useQuery({
    queryKey: ['answer-link', token],
    queryFn: (): Promise<QuickAlert> => client.alerts.quickView.mutate({ token }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnReconnect: false,
    retry: false,
  });
  const error = outdated ?? alert.error;
  const fault = faultOf(error, text.problem);
  if (fault) return <QuickProblem {...fault} alert={errorData(error)?.details?.alert} />;
  if (alert.data) return <QuickForm token={token} alert={alert.data} onOutdated={setOutdated} />;
  return (
    <Sheet page={text.page} heading={text.heading}>
      {alert.isError ? (
        <ErrorState problem={problemOf(alert.error)} onRetry={() => void alert.refetch()} retrying={alert.isFetching} />
      ) : (
        <Stack gap="md">
          <Skeleton height={20} />
          <Skeleton height={120} />
        </Stack>
      )}
    </Sheet>
  );
}

function QuickProblem({ title, text: what, alert }: { title: string; text: string; alert: unknown }) {
  const text = useQuickText();
  return (
    <Sheet page={text.page} heading={title} intro={what}>
      {typeof alert === 'number' ? (
        <ButtonLink to="/alerts/$id" params={{ id: String(alert) }} size="md" fullWidth>
          {text.signIn}
        </ButtonLink>
      ) : (
        <Text size="sm" component="div">
          <ButtonLink to="/alerts" variant="default" size="md" fullWidth>
            {text.signIn}
          </ButtonLink>
        </Text>
      )}
    </Sheet>
  );
}
