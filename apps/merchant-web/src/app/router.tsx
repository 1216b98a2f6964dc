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
import { DetailSearch } from '../features/alerts/detail-search.ts';
import { toListInput } from '../features/alerts/list-input.ts';
import { ALERT_SEARCH_DEFAULTS, AlertSearch } from '../features/alerts/list-search.ts';
import { defaultSearch } from '../features/alerts/saved-search.ts';
import { RowSearch } from '../features/card-imports/row-search.ts';
import { CARD_SEARCH_DEFAULTS, CardSearch } from '../features/cards/cards-search.ts';
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
  /** Filled in for who has just activated, accepted or reset. */
  account: z.string().max(100).optional().catch(undefined),
});
type LoginSearch = z.output<typeof LoginSearch>;

const loginRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/login',
  validateSearch: (search: Partial<LoginSearch> & SearchSchemaInput) => LoginSearch.parse(search),
  component: lazyRouteComponent(() => import('../features/auth/login-page.tsx'), 'LoginPage'),
});

const registerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/register',
  component: lazyRouteComponent(() => import('../features/auth/register-page.tsx'), 'RegisterPage'),
});

const ForgotSearch = z.object({ realm: z.literal('staff').optional().catch(undefined) });
type ForgotSearch = z.output<typeof ForgotSearch>;

const forgotRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/forgot',
  validateSearch: (search: Partial<ForgotSearch> & SearchSchemaInput) => ForgotSearch.parse(search),
  component: lazyRouteComponent(() => import('../features/auth/forgot-page.tsx'), 'ForgotPage'),
});

/** What a mail's link carries. */
const TokenSearch = z.object({ token: z.string().max(200).optional().catch(undefined) });
type TokenSearch = z.output<typeof TokenSearch>;
const validateToken = (search: Partial<TokenSearch> & SearchSchemaInput) => TokenSearch.parse(search);

const activateRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/activate',
  validateSearch: validateToken,
  component: lazyRouteComponent(() => import('../features/auth/activate-page.tsx'), 'ActivatePage'),
});

const resetRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reset',
  validateSearch: validateToken,
  component: lazyRouteComponent(() => import('../features/auth/reset-page.tsx'), 'ResetPage'),
});

const invitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/accept-invitation',
  validateSearch: validateToken,
  component: lazyRouteComponent(() => import('../features/auth/invitation-page.tsx'), 'InvitationPage'),
});

const confirmEmailRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/confirm-email',
  validateSearch: validateToken,
  component: lazyRouteComponent(() => import('../features/auth/confirm-email-page.tsx'), 'ConfirmEmailPage'),
});

/** A mail's link that answers one alert, signed in or not. */
const answerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/answer',
  validateSearch: validateToken,
  component: lazyRouteComponent(() => import('../features/alerts/quick-page.tsx'), 'QuickAnswerPage'),
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

/** The reader's default view; without one, or without an answer, the list as it opens. */
async function openingSearch(): Promise<Partial<AlertSearch>> {
  try {
    const { records } = await queryClient.ensureQueryData(trpc.alertViews.list.queryOptions({}));
    return defaultSearch(records);
  } catch {
    return {};
  }
}

const indexRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  beforeLoad: async () => {
    throw redirect({ to: '/alerts', search: await openingSearch(), replace: true });
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
  validateSearch: (search: Partial<DetailSearch> & SearchSchemaInput) => DetailSearch.parse(search),
  loader: ({ params }) => {
    void queryClient.prefetchQuery(trpc.alerts.get.queryOptions({ id: params.id }));
  },
  component: lazyRouteComponent(() => import('../features/alerts/detail-page.tsx'), 'AlertDetailPage'),
});

const cardsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/cards',
  validateSearch: (search: Partial<CardSearch> & SearchSchemaInput) => CardSearch.parse(search),
  search: { middlewares: [stripSearchParams<CardSearch>(CARD_SEARCH_DEFAULTS)] },
  component: lazyRouteComponent(() => import('../features/cards/cards-page.tsx'), 'CardsPage'),
});

const importsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/cards/import',
  component: lazyRouteComponent(() => import('../features/card-imports/import-list-page.tsx'), 'ImportListPage'),
});

const importRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/cards/import/$id',
  validateSearch: (search: Partial<RowSearch> & SearchSchemaInput) => RowSearch.parse(search),
  search: { middlewares: [stripSearchParams<RowSearch>({ page: 1, size: 20 })] },
  component: lazyRouteComponent(() => import('../features/card-imports/import-page.tsx'), 'ImportPage'),
});

const InboxSearch = z.object({
  page: z.coerce.number().int().min(1).catch(1),
  size: z.coerce.number().int().min(1).max(50).catch(20),
  view: z.enum(['all', 'unread']).catch('all'),
});
type InboxSearch = z.output<typeof InboxSearch>;

const inboxRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/inbox',
  validateSearch: (search: Partial<InboxSearch> & SearchSchemaInput) => InboxSearch.parse(search),
  search: { middlewares: [stripSearchParams<InboxSearch>({ page: 1, size: 20, view: 'all' })] },
  component: lazyRouteComponent(() => import('../features/inbox/inbox-page.tsx'), 'InboxPage'),
});

const profileRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/profile',
  component: lazyRouteComponent(() => import('../features/profile/profile-page.tsx'), 'ProfilePage'),
});

const colleaguesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/colleagues',
  component: lazyRouteComponent(() => import('../features/colleagues/colleagues-page.tsx'), 'ColleaguesPage'),
});

const notificationsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/notifications',
  component: lazyRouteComponent(() => import('../features/notifications/notifications-page.tsx'), 'NotificationsPage'),
});

const rulesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rules',
  component: lazyRouteComponent(() => import('../features/rules/rules-page.tsx'), 'RulesPage'),
});

const securityRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/security',
  component: lazyRouteComponent(() => import('../features/security/security-page.tsx'), 'SecurityPage'),
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    loginRoute,
    registerRoute,
    activateRoute,
    forgotRoute,
    resetRoute,
    invitationRoute,
    confirmEmailRoute,
    answerRoute,
    shellRoute.addChildren([
      indexRoute,
      alertsRoute,
      alertRoute,
      cardsRoute,
      importsRoute,
      importRoute,
      inboxRoute,
      profileRoute,
      colleaguesRoute,
      notificationsRoute,
      rulesRoute,
      securityRoute,
    ]),
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
