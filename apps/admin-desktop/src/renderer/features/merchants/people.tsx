import type { MerchantDetail } from '@forewarn/core/merchants/model';
import { type Column, DataTable, ToneBadge } from '@forewarn/ui/data';
import { useFormat } from '@forewarn/ui/format';
import { useStaffLabels } from '@forewarn/ui/i18n';
import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconLockOpen } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../api.ts';
import { useProblem } from '../../app/use-problem.ts';
import { useMay } from '../../app/use-session.ts';
import { useMerchantsText } from './text.ts';

type User = MerchantDetail['users'][number];

/** Who can act for the merchant, and whom wrong passwords keep out. */
export function MerchantPeople({ merchant }: { merchant: MerchantDetail }) {
  const t = useMerchantsText().people;
  const columns = useColumns(merchant.id);
  return (
    <Paper style={{ overflow: 'hidden' }}>
      <DataTable label={t.table} columns={columns} rows={merchant.users} rowKey={(user) => user.id} />
    </Paper>
  );
}

function useColumns(merchantId: number): Column<User>[] {
  const words = useMerchantsText();
  const t = words.people;
  const roles = useStaffLabels().merchantRole;
  const format = useFormat();
  return [
    {
      key: 'name',
      header: t.name,
      render: (user) => (
        <Stack gap={0}>
          <Text size="sm">{user.name}</Text>
          <Text size="xs" c="dimmed">
            {user.email}
          </Text>
        </Stack>
      ),
    },
    { key: 'role', header: t.role, render: (user) => <Text size="sm">{roles[user.role]}</Text> },
    {
      key: 'status',
      header: words.column.status,
      render: (user) => (
        <Group gap="xs">
          <ToneBadge tone={user.status === 'ACTIVE' ? 'positive' : user.status === 'INVITED' ? 'accent' : 'muted'}>
            {t.statuses[user.status]}
          </ToneBadge>
          {user.locked && <ToneBadge tone="warning">{t.locked}</ToneBadge>}
        </Group>
      ),
    },
    { key: 'totp', header: t.totp, render: (user) => (user.totpEnabled ? t.on : t.off) },
    {
      key: 'lastLogin',
      header: words.column.lastLogin,
      render: (user) => (
        <Text size="sm" className="fw-tabular" {...(user.lastLoginTime === null && { c: 'dimmed' })}>
          {user.lastLoginTime === null ? words.never : format.time(user.lastLoginTime, 'short')}
        </Text>
      ),
    },
    {
      key: 'act',
      header: t.act,
      align: 'end',
      render: (user) => (user.locked ? <UnlockButton merchantId={merchantId} user={user} /> : null),
    },
  ];
}

function UnlockButton({ merchantId, user }: { merchantId: number; user: User }) {
  const t = useMerchantsText().people;
  const toProblem = useProblem();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const may = useMay('merchant:unlock');
  const unlock = useMutation(
    trpc.admin.merchants.unlock.mutationOptions({
      onSuccess: async () => {
        notifications.show({ message: t.unlocked(user.name) });
        await cache.invalidateQueries(trpc.admin.merchants.get.queryFilter());
      },
      onError: (error) => notifications.show({ color: 'red', message: toProblem(error).text }),
    }),
  );
  if (!may) return null;
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconLockOpen size={14} aria-hidden />}
      loading={unlock.isPending}
      onClick={() => unlock.mutate({ id: merchantId, userId: user.id })}
    >
      {t.unlock}
    </Button>
  );
}
