import { Badge, NavLink, ScrollArea, Stack, Text, Tooltip } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { Link, useRouterState } from '@tanstack/react-router';
import { AccountMenu } from './account-menu.tsx';
import { placesFor } from './nav.ts';
import classes from './shell.module.css';
import { useAppText } from './text.ts';
import { usePulse } from './use-pulse.ts';
import { useUser } from './use-session.ts';
import { useUnseenEvents } from './use-unseen-events.ts';

/** Where one can go, and how much waits there. */
export function Sidebar() {
  const t = useAppText();
  const user = useUser();
  const { waiting, stale } = usePulse();
  const unseen = useUnseenEvents();
  const path = useRouterState({ select: (state) => state.location.pathname });
  return (
    <aside className={classes.sidebar}>
      <div className={classes.brand}>
        <img src="/icon.svg" alt="" width={26} height={26} />
        <Text fw={650} className={classes.label}>
          Forewarn
        </Text>
      </div>
      <ScrollArea className={classes.places} type="auto">
        <nav aria-label={t.navLabel}>
          {placesFor(user?.permissions ?? []).map(({ name, to, icon: Icon }) => (
            <NavLink
              key={name}
              renderRoot={(props) => <Link to={to} {...props} />}
              label={t.nav[name]}
              leftSection={<Icon size={18} stroke={1.7} aria-hidden />}
              active={path === to || path.startsWith(`${to}/`)}
              title={t.nav[name]}
              classNames={{ root: classes.place, body: classes.label, section: classes.section }}
              rightSection={
                name === 'queue' && waiting !== undefined && waiting > 0 ? (
                  <Badge size="sm" variant="filled" className="fw-tabular" aria-label={t.waiting(waiting)}>
                    {waiting}
                  </Badge>
                ) : name === 'securityEvents' && unseen > 0 ? (
                  <Badge size="sm" variant="filled" className="fw-tabular" aria-label={t.unseen(unseen)}>
                    {unseen > 999 ? '999+' : unseen}
                  </Badge>
                ) : undefined
              }
            />
          ))}
        </nav>
      </ScrollArea>
      <Stack gap="xs" p="sm">
        {stale && (
          <Tooltip label={t.stale}>
            <Text size="xs" className={classes.stale} role="status">
              <IconPlugConnectedX size={14} aria-hidden /> <span className={classes.label}>{t.stale}</span>
            </Text>
          </Tooltip>
        )}
        <AccountMenu />
      </Stack>
    </aside>
  );
}
