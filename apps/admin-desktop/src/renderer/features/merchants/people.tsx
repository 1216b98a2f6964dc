import type { MerchantDetail } from '@forewarn/core/merchants/model';
import { type Column, DataTable, ToneBadge } from '@forewarn/ui/data';
import { useFormat } from '@forewarn/ui/format';
import { useStaffLabels, useT } from '@forewarn/ui/i18n';
import { Button, Drawer, Group, Paper, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconLockOpen } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../api.ts';
import { PersonSecurity } from '../../app/person-security.tsx';
import { useProblem } from '../../app/use-problem.ts';
import { useMay } from '../../app/use-session.ts';
import { useMerchantsText } from './text.ts';

type User = MerchantDetail['users'][number];

/** Who can act for the merchant, and whom wrong passwords keep out. */
export function MerchantPeople({ merchant }: { merchant: MerchantDetail }) {
  const t = useMerchantsText().people;
  const [openId, setOpenId] = useState<number>();
  const columns = useColumns(merchant.id, setOpenId);
  const opened = merchant.users.find(({ id }) => id === openId);
  return (
    <Paper style={{ overflow: 'hidden' }}>
      <DataTable label={t.table} columns={columns} rows={merchant.users} rowKey={(user) => user.id} />
      <PersonDrawer user={opened} onClose={() => setOpenId(undefined)} />
    </Paper>
  );
}

/** Where one of them is signed in, and their second factor. */
function PersonDrawer({ user, onClose }: { user: User | undefined; onClose: () => void }) {
  const t = useMerchantsText().people;
  const words = useT();
  const trpc = useTRPC();
  const cache = useQueryClient();
  return (
    <Drawer
      opened={user !== undefined}
      onClose={onClose}
      position="right"
      size={460}
      title={user && t.securityOf(user.name)}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      {user && (
        <PersonSecurity
          realm="merchant"
          subjectId={user.id}
          name={user.name}
          totpEnabled={user.totpEnabled}
          onReset={() => cache.invalidateQueries(trpc.admin.merchants.get.queryFilter())}
        />
      )}
    </Drawer>
  );
}

function useColumns(merchantId: number, onSecurity: (id: number) => void): Column<User>[] {
  const looks = useMay('session:view');
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
      render: (user) => (
        <Group gap="xs" justify="flex-end">
          {user.locked && <UnlockButton merchantId={merchantId} user={user} />}
          {looks && user.status !== 'INVITED' && (
            <Button
              size="xs"
              variant="default"
              aria-label={t.securityOf(user.name)}
              onClick={() => onSecurity(user.id)}
            >
              {t.security}
            </Button>
          )}
        </Group>
      ),
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
