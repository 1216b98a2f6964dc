import { toneStyle } from '@forewarn/ui/data';
import { ActionIcon, Text } from '@mantine/core';
import { IconBellRinging, IconCreditCard, IconUserCircle } from '@tabler/icons-react';
import { Link, Outlet, useMatch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { Brand } from './brand.tsx';
import { useAppText } from './i18n/index.ts';
import { InboxLink } from './inbox-link.tsx';
import { useSessionUser } from './session/session.ts';
import classes from './shell.module.css';
import { usePulse } from './use-pulse.ts';

/** The menu comes after the page: nobody opens it first. */
const AccountMenu = lazy(async () => ({ default: (await import('./account-menu.tsx')).AccountMenu }));

/** Head, navigation (at the foot on a phone) and the page. */
export function Shell() {
  const text = useAppText();
  /* An alert's own page has its actions where the phone's tabs would be. */
  const onAlert = useMatch({ from: '/shell/alerts/$id', shouldThrow: false }) !== undefined;
  return (
    <>
      <a href="#content" className={classes.skip}>
        {text.skipToContent}
      </a>
      <header className={classes.header}>
        <div className={classes.bar}>
          <Link to="/alerts" className={classes.brand ?? ''}>
            <Brand />
          </Link>
          <nav className={classes.nav} aria-label={text.nav.label}>
            <Links className={classes.link ?? ''} iconSize={18} />
          </nav>
          <div className={classes.own}>
            <InboxLink />
            <Suspense
              fallback={
                <ActionIcon variant="subtle" color="gray" size="xl" disabled aria-label={text.account}>
                  <IconUserCircle size={24} stroke={1.75} />
                </ActionIcon>
              }
            >
              <AccountMenu />
            </Suspense>
          </div>
        </div>
      </header>
      <Banners />
      <main id="content" tabIndex={-1} className={classes.main}>
        <Outlet />
      </main>
      {!onAlert && (
        <nav className={classes.bottom} aria-label={text.nav.label}>
          <Links className={classes.tab ?? ''} iconSize={22} />
        </nav>
      )}
    </>
  );
}

function Links({ className, iconSize }: { className: string; iconSize: number }) {
  const text = useAppText();
  const waiting = usePulse().data?.needsAnswer ?? 0;
  return (
    <>
      <Link to="/alerts" className={className}>
        <IconBellRinging size={iconSize} stroke={1.75} aria-hidden />
        {text.nav.alerts}
        {waiting > 0 && (
          <span className={classes.count} title={text.waiting(waiting)}>
            {waiting > 99 ? '99+' : waiting}
          </span>
        )}
      </Link>
      <Link to="/cards" className={className}>
        <IconCreditCard size={iconSize} stroke={1.75} aria-hidden />
        {text.nav.cards}
      </Link>
    </>
  );
}

function Banners() {
  const text = useAppText();
  const user = useSessionUser();
  const disconnected = usePulse().isError;
  return (
    <div role="status">
      {user?.suspended && (
        <div className={classes.banner}>
          <Note title={text.suspended.title} text={text.suspended.text} />
        </div>
      )}
      {disconnected && (
        <div className={classes.banner}>
          <Note text={text.disconnected} />
        </div>
      )}
    </div>
  );
}

function Note({ title, text }: { title?: string; text: string }) {
  const style = {
    ...toneStyle('warning'),
    color: 'var(--tone-text)',
    background: 'var(--tone-bg)',
    border: '1px solid var(--tone-border)',
    borderRadius: 8,
    padding: '10px 14px',
  };
  return (
    <div style={style}>
      {title && <Text fw={600}>{title}</Text>}
      <Text size="sm">{text}</Text>
    </div>
  );
}
