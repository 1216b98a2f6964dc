import type { MerchantDetail } from '@forewarn/core/merchants/model';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconMailForward, IconPlayerPause, IconPlayerPlay, IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../api.ts';
import { useProblem } from '../../app/use-problem.ts';
import { useMay } from '../../app/use-session.ts';
import { type StatusAct, StatusDialog } from './status-dialog.tsx';
import { useMerchantsText } from './text.ts';

/** The arrows of the diagram that begin at the merchant's status (A-049…A-060). */
const ACTS: Record<MerchantDetail['status'], readonly StatusAct[]> = {
  PENDING: [],
  ACTIVE: ['suspend', 'close'],
  SUSPENDED: ['restore', 'close'],
  CLOSED: [],
};
const ICONS = { suspend: IconPlayerPause, restore: IconPlayerPlay, close: IconX };

export function StatusActions({ merchant }: { merchant: MerchantDetail }) {
  const t = useMerchantsText();
  const mayChange = useMay('merchant:status');
  const mayInvite = useMay('merchant:create');
  const [act, setAct] = useState<StatusAct>();
  return (
    <>
      {mayInvite && merchant.status === 'PENDING' && <ResendButton merchant={merchant} />}
      {mayChange &&
        ACTS[merchant.status].map((one) => {
          const Icon = ICONS[one];
          return (
            <Button
              key={one}
              variant={one === 'restore' ? 'filled' : 'default'}
              {...(one === 'close' && { variant: 'light', color: 'red' })}
              leftSection={<Icon size={16} aria-hidden />}
              onClick={() => setAct(one)}
            >
              {t.statusActs.act[one]}
            </Button>
          );
        })}
      {act && <StatusDialog merchant={merchant} act={act} onClose={() => setAct(undefined)} />}
    </>
  );
}

function ResendButton({ merchant }: { merchant: MerchantDetail }) {
  const t = useMerchantsText();
  const toProblem = useProblem();
  const trpc = useTRPC();
  const resend = useMutation(
    trpc.admin.merchants.resendActivation.mutationOptions({
      onSuccess: () => notifications.show({ message: t.resent(merchant.email) }),
      onError: (error) => notifications.show({ color: 'red', message: toProblem(error).text }),
    }),
  );
  return (
    <Button
      leftSection={<IconMailForward size={16} aria-hidden />}
      loading={resend.isPending}
      onClick={() => resend.mutate({ id: merchant.id })}
    >
      {t.resend}
    </Button>
  );
}
