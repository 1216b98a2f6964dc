import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  type SearchSchemaInput,
  stripSearchParams,
} from '@tanstack/react-router';
import { z } from 'zod';
import { queryClient, trpc } from '../api.ts';
import { ALERT_SEARCH_DEFAULTS, AlertSearch, toListInput } from '../features/alerts/list-search.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { plainSearch } from './plain-search.ts';
import { RouteError } from './route-error.tsx';
import { activeSession, hasSession, onSessionChange } from './session/session.ts';
import { Shell } from './shell.tsx';
import { Starting } from './starting.tsx';

const rootRoute = createRootRoute({ notFoundComponent: NotFoundPage });

/** Only a path of this site may follow a sign-in. */
const LoginSearch = z.object({
  next: z
    .string()
    .regex(/^\/(?![/\\])/)
    .optional()
    .catch(undefined),
});

const loginRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/login',
  validateSearch: (search: { next?: string | undefined } & SearchSchemaInput) => LoginSearch.parse(search),
  component: lazyRouteComponent(() => import('../features/auth/login-page.tsx'), 'LoginPage'),
});

/** Everything that needs a session; who has none signs in first and then comes back here. */
const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  beforeLoad: async ({ location }) => {
    if (hasSession() || (await activeSession())) return;
    throw redirect({ to: '/login', search: location.href === '/' ? {} : { next: location.href }, replace: true });
  },
  component: Shell,
});

const indexRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/alerts', replace: true });
  },
});

const alertsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/alerts',
  validateSearch: (search: Partial<AlertSearch> & SearchSchemaInput) => AlertSearch.parse(search),
  search: { middlewares: [stripSearchParams<AlertSearch>(ALERT_SEARCH_DEFAULTS)] },
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => {
    void queryClient.prefetchQuery(trpc.alerts.list.queryOptions(toListInput(deps)));
  },
  component: lazyRouteComponent(() => import('../features/alerts/list-page.tsx'), 'AlertListPage'),
});

const alertRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/alerts/$id',
  loader: ({ params }) => {
    void queryClient.prefetchQuery(trpc.alerts.get.queryOptions({ id: params.id }));
  },
  component: lazyRouteComponent(() => import('../features/alerts/detail-page.tsx'), 'AlertDetailPage'),
});

const CardSearch = z.object({
  page: z.coerce.number().int().min(1).catch(1),
  size: z.coerce.number().int().min(1).max(50).catch(20),
});

type CardSearch = z.output<typeof CardSearch>;

const cardsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/cards',
  validateSearch: (search: Partial<CardSearch> & SearchSchemaInput) => CardSearch.parse(search),
  search: { middlewares: [stripSearchParams<CardSearch>({ page: 1, size: 20 })] },
  component: lazyRouteComponent(() => import('../features/cards/cards-page.tsx'), 'CardsPage'),
});

const securityRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/security',
  component: lazyRouteComponent(() => import('../features/security/security-page.tsx'), 'SecurityPage'),
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    loginRoute,
    shellRoute.addChildren([indexRoute, alertsRoute, alertRoute, cardsRoute, securityRoute]),
  ]),
  ...plainSearch,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  defaultErrorComponent: RouteError,
  defaultPendingComponent: Starting,
});

/** A session that ends while a page is open leads to the sign-in, and from there back to the same page. */
onSessionChange(() => {
  if (hasSession()) return;
  queryClient.clear();
  void router.invalidate();
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
