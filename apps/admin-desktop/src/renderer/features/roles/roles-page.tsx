import { ToneBadge } from '@forewarn/ui/data';
import { Button, Group, NavLink, Paper, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTRPC } from '../../api.ts';
import { Page } from '../../app/page.tsx';
import { QueryView } from '../../app/query-view.tsx';
import { useRoleNames } from '../../app/use-role-names.ts';
import { useMay } from '../../app/use-session.ts';
import { CreateRoleDialog } from './create-dialog.tsx';
import { RoleEditor } from './role-editor.tsx';
import classes from './roles.module.css';
import { useRolesText } from './text.ts';

const route = getRouteApi('/inside/roles');

/** The roles at the left, what the chosen one grants at the right. */
export function RolesPage() {
  const t = useRolesText();
  const { role: chosen } = route.useSearch();
  const trpc = useTRPC();
  const manages = useMay('role:manage');
  const { nameOf } = useRoleNames();
  const [creating, setCreating] = useState(false);
  const roles = useQuery(trpc.admin.roles.list.queryOptions({}));
  return (
    <Page
      title={t.title}
      hint={t.hint}
      actions={
        manages && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setCreating(true)}>
            {t.add}
          </Button>
        )
      }
    >
      <QueryView query={roles}>
        {(list) => {
          const shown = list.find(({ code }) => code === chosen) ?? list[0];
          return (
            <div className={classes.split}>
              <Paper p="xs" component="nav" aria-label={t.list}>
                {list.map((role) => (
                  <NavLink
                    key={role.code}
                    renderRoot={(props) => <Link to="/roles" search={{ role: role.code }} {...props} />}
                    active={role.code === shown?.code}
                    label={nameOf(role.code)}
                    description={t.members(role.members)}
                    rightSection={
                      <Group gap={4}>
                        {!role.builtIn && <ToneBadge tone="neutral">{t.custom}</ToneBadge>}
                        {role.changed && <ToneBadge tone="accent">{t.changed}</ToneBadge>}
                      </Group>
                    }
                  />
                ))}
              </Paper>
              {shown ? <RoleEditor key={`${shown.code}:${shown.version}`} role={shown} /> : <Text>{t.none}</Text>}
              {creating && <CreateRoleDialog roles={list} onClose={() => setCreating(false)} />}
            </div>
          );
        }}
      </QueryView>
    </Page>
  );
}
