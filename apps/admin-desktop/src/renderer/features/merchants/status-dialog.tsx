import type { MerchantDetail } from '@forewarn/core/merchants/model';
import { ConfirmDialog } from '@forewarn/ui/feedback';
import { Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../api.ts';
import { useProblem } from '../../app/use-problem.ts';
import { ConsequenceList } from './consequence-list.tsx';
import { useMerchantsText } from './text.ts';

export type StatusAct = 'suspend' | 'restore' | 'close';

interface StatusDialogProps {
  merchant: Pick<MerchantDetail, 'id' | 'companyName' | 'alerts'>;
  act: StatusAct;
  onClose: () => void;
}

/** What follows comes first, then the reason, without which nothing changes. */
export function StatusDialog({ merchant, act, onClose }: StatusDialogProps) {
  const t = useMerchantsText().statusActs;
  const trpc = useTRPC();
  const cache = useQueryClient();
  const toProblem = useProblem();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const tooShort = reason.trim().length < 2;
  const options = {
    onSuccess: async () => {
      notifications.show({ message: t.done[act](merchant.companyName) });
      await cache.invalidateQueries(trpc.admin.merchants.pathFilter());
      await cache.invalidateQueries(trpc.cards.list.queryFilter());
      onClose();
    },
  };
  const acts = {
    suspend: useMutation(trpc.admin.merchants.suspend.mutationOptions(options)),
    restore: useMutation(trpc.admin.merchants.restore.mutationOptions(options)),
    close: useMutation(trpc.admin.merchants.close.mutationOptions(options)),
  };
  const { mutate, isPending, error } = acts[act];
  return (
    <ConfirmDialog
      opened
      title={t.title[act](merchant.companyName)}
      confirmLabel={t.confirm[act]}
      dangerous={act === 'close'}
      busy={isPending}
      problem={error ? toProblem(error) : undefined}
      onConfirm={() => {
        setAsked(true);
        if (!tooShort) mutate({ id: merchant.id, reason });
      }}
      onCancel={onClose}
    >
      <Text size="sm">{act === 'restore' ? t.restoring(merchant.alerts.held) : t.follows[act]}</Text>
      {act !== 'restore' && <ConsequenceList merchantId={merchant.id} act={act} />}
      <Textarea
        label={t.reason}
        description={t.reasonHint}
        autosize
        minRows={2}
        maxRows={5}
        maxLength={500}
        required
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={asked && tooShort ? t.reasonMissing : undefined}
      />
    </ConfirmDialog>
  );
}
