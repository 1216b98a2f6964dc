import { type Grants, PERMISSIONS, type Permission, type Scope } from '@forewarn/core/kernel/access';
import type { StaffRoleView } from '@forewarn/core/staff/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { Button, Group, Paper, Stack, Switch, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../api.ts';
import { ToneNote } from '../../app/tone-note.tsx';
import { useProblem } from '../../app/use-problem.ts';
import { useRoleNames } from '../../app/use-role-names.ts';
import { useMay, useUser } from '../../app/use-session.ts';
import { AREAS, type Area } from './permission-words.ts';
import { RightsTable } from './rights-table.tsx';
import { RoleEndings } from './role-endings.tsx';
import classes from './roles.module.css';
import { useRolesText } from './text.ts';

export function RoleEditor({ role }: { role: StaffRoleView }) {
  const t = useRolesText();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const toProblem = useProblem();
  const { nameOf } = useRoleNames();
  const manages = useMay('role:manage');
  const own = useUser()?.roles.includes(role.code) ?? false;
  const [grants, setGrants] = useState<Grants>(role.grants);
  const [requireTotp, setRequireTotp] = useState(role.requireTotp);
  const changes =
    PERMISSIONS.filter((one) => grants[one] !== role.grants[one]).length + (requireTotp === role.requireTotp ? 0 : 1);
  const update = useMutation(
    trpc.admin.roles.update.mutationOptions({
      onSuccess: async () => {
        notifications.show({ message: t.saved });
        await cache.invalidateQueries(trpc.admin.roles.pathFilter());
      },
    }),
  );
  const change = (permission: Permission, scope: Scope | undefined) => {
    const { [permission]: _former, ...others } = grants;
    setGrants(scope === undefined ? others : { ...others, [permission]: scope });
  };
  const discard = () => {
    setGrants(role.grants);
    setRequireTotp(role.requireTotp);
    update.reset();
  };
  return (
    <Stack gap="md">
      <Paper p="lg">
        <Stack gap="lg">
          <Group justify="space-between" align="flex-start">
            <div>
              <Title order={2} size="h4">
                {nameOf(role.code)}
              </Title>
              <Text size="xs" c="dimmed" ff="monospace">
                {role.code}
              </Text>
            </div>
            {manages && <RoleEndings role={role} />}
          </Group>
          {own && <ToneNote tone="neutral">{t.own}</ToneNote>}
          {!own && role.code === 'SYSTEM_ADMIN' && <ToneNote tone="neutral">{t.kept}</ToneNote>}
          <Switch
            label={t.totp}
            description={t.totpHint}
            checked={requireTotp}
            disabled={!manages}
            onChange={(event) => setRequireTotp(event.currentTarget.checked)}
          />
          {(Object.keys(AREAS) as Area[]).map((area) => (
            <RightsTable key={area} area={area} grants={grants} disabled={!manages || own} onChange={change} />
          ))}
        </Stack>
      </Paper>
      {(changes > 0 || update.error) && (
        <Paper p="md" shadow="md" withBorder className={classes.bar}>
          <Stack gap="sm">
            {update.error && <ErrorNote problem={toProblem(update.error)} />}
            <Group justify="space-between">
              <Text size="sm" fw={550} role="status">
                {t.unsaved(changes)}
              </Text>
              <Group gap="sm">
                <Button variant="default" onClick={discard} disabled={update.isPending}>
                  {t.discard}
                </Button>
                <Button
                  loading={update.isPending}
                  onClick={() => update.mutate({ code: role.code, version: role.version, grants, requireTotp })}
                >
                  {t.save}
                </Button>
              </Group>
            </Group>
          </Stack>
        </Paper>
      )}
    </Stack>
  );
}
