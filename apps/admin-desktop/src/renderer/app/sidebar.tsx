import { Badge, NavLink, ScrollArea, Stack, Text, Tooltip } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { Link, useRouterState } from '@tanstack/react-router';
import { Children, type ReactNode } from 'react';
import { AccountMenu } from './account-menu.tsx';
import { GROUPS, type Place, placesFor } from './nav.ts';
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
  const places = placesFor(user?.permissions ?? []);
  const counts: Partial<Record<Place['name'], ReactNode>> = {
    queue: waiting ? <Count count={waiting} label={t.waiting(waiting)} /> : undefined,
    securityEvents: unseen > 0 ? <Count count={unseen} label={t.unseen(unseen)} /> : undefined,
  };
  return (
    <aside className={classes.sidebar}>
      <div className={classes.brand}>
        <img src="/icon.svg" alt="" width={26} height={26} />
        <Text fw={650} className={classes.label}>
          Forewarn
        </Text>
      </div>
      <ScrollArea className={classes.places} type="hover" scrollbarSize={6}>
        <nav aria-label={t.navLabel}>
          {GROUPS.map((group) => (
            <NavGroup key={group} title={group === 'work' ? undefined : t.groups[group]}>
              {places
                .filter((place) => place.group === group)
                .map(({ name, to, icon: Icon }) => (
                  <NavLink
                    key={name}
                    renderRoot={(props) => <Link to={to} {...props} />}
                    label={t.nav[name]}
                    leftSection={<Icon size={18} stroke={1.7} aria-hidden />}
                    active={path === to || path.startsWith(`${to}/`)}
                    title={t.nav[name]}
                    classNames={{ root: classes.place, body: classes.label, section: classes.section }}
                    rightSection={counts[name]}
                  />
                ))}
            </NavGroup>
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

/** A few pages under one heading; nothing when there are none. */
function NavGroup({ title, children }: { title: string | undefined; children: ReactNode }) {
  if (Children.count(children) === 0) return null;
  return (
    <div className={classes.group}>
      {title && (
        <Text size="xs" fw={600} className={`${classes.groupTitle} ${classes.label}`}>
          {title}
        </Text>
      )}
      {children}
    </div>
  );
}

function Count({ count, label }: { count: number; label: string }) {
  return (
    <Badge size="sm" variant="filled" className="fw-tabular" aria-label={label}>
      {count > 999 ? '999+' : count}
    </Badge>
  );
}
