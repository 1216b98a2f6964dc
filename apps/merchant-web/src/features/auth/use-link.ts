import type { LinkPurpose } from '@forewarn/core/accounts/model';
import { useQuery } from '@tanstack/react-query';
import { client } from '../../api.ts';

/** Whom a mail's link is for, read once without using it up. */
export function useLink(token: string, purpose: LinkPurpose) {
  return useQuery({
    queryKey: ['link', purpose, token],
    queryFn: () => client.auth.link.mutate({ token, purpose }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnReconnect: false,
    retry: false,
  });
}
