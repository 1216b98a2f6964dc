import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { bridge } from './bridge.ts';
import classes from './shell.module.css';
import { Sidebar } from './sidebar.tsx';
import { usePulseEffects } from './use-pulse.ts';
import { useSession } from './use-session.ts';

/** The frame around every page of a signed-in person. */
export function Shell() {
  usePulseEffects();
  useMenuCommands();
  return (
    <div className={classes.shell}>
      <Sidebar />
      <Outlet />
    </div>
  );
}

/** Menu entries, deep links and clicked notifications arrive from the main process. */
function useMenuCommands() {
  const router = useRouter();
  const client = useQueryClient();
  const session = useSession();
  useEffect(() => {
    const stopNavigate = bridge.on.navigate(({ path }) => router.history.push(path));
    const stopCommand = bridge.on.command(({ name }) => {
      if (name === 'refresh') void client.invalidateQueries();
      if (name === 'sign-out' || name === 'change-server') void session.signOut();
      if (name === 'search') document.querySelector<HTMLInputElement>('[data-page-search]')?.focus();
    });
    return () => {
      stopNavigate();
      stopCommand();
    };
  }, [router, client, session]);
}
