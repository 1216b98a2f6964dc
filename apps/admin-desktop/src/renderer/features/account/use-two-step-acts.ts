import type { TwoStepActs } from '@forewarn/ui/security';
import { useMutation } from '@tanstack/react-query';
import { useTRPC } from '../../api.ts';

export function useTwoStepActs(): TwoStepActs {
  const { totp } = useTRPC().auth;
  return {
    start: useMutation(totp.start.mutationOptions()).mutateAsync,
    confirm: useMutation(totp.confirm.mutationOptions()).mutateAsync,
    disable: useMutation(totp.disable.mutationOptions()).mutateAsync,
    renewCodes: useMutation(totp.renewCodes.mutationOptions()).mutateAsync,
  };
}
