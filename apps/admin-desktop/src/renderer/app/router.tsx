import type { Permission } from '@forewarn/core/kernel/access';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { z } from 'zod';
import { AlertSearch, QueueSearch } from '../features/alerts/search.ts';
import { AliasSearch } from '../features/aliases/search.ts';
import { AuditSearch } from '../features/audit/search.ts';
import { CallSearch } from '../features/calls/search.ts';
import { DeliverySearch } from '../features/deliveries/search.ts';
import { EnrolmentSearch } from '../features/enrolments/search.ts';
import { MailSearch } from '../features/mails/search.ts';
import { MerchantDetailSearch, MerchantSearch } from '../features/merchants/search.ts';
import { RoleSearch } from '../features/roles/search.ts';
import { SecurityEventSearch } from '../features/security-events/search.ts';
import { InvitationSearch } from '../features/sign-in/search.ts';
import { StaffSearch } from '../features/staff/search.ts';
import { placesFor } from './nav.ts';
import { Broken, Forbidden, NoPages, NotFound, Starting } from './notices.tsx';
import { lenient } from './search.ts';
import type { Session } from './session.ts';
import { Shell } from './shell.tsx';
import { useMay } from './use-session.ts';

const root = createRootRouteWithContext<{ session: Session }>()({ component: Outlet, notFoundComponent: NotFound });

/** A path of this app, so that a link can't lead a fresh sign-in elsewhere. */
const ReturnPath = z.string().regex(/^\/(?![/\\])/);

const SignInSearch = lenient({ next: ReturnPath });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: SignInSearch,
  beforeLoad: ({ context, search }) => {
    if (context.session.state().status === 'signed-in') throw redirect({ href: search.next ?? '/' });
  },
  component: lazyRouteComponent(() => import('../features/sign-in/sign-in-page.tsx'), 'SignInPage'),
});

const acceptInvitation = createRoute({
  getParentRoute: () => root,
  path: '/accept-invitation',
  validateSearch: InvitationSearch,
  component: lazyRouteComponent(() => import('../features/sign-in/accept-page.tsx'), 'AcceptInvitationPage'),
});
const forgot = createRoute({
  getParentRoute: () => root,
  path: '/forgot',
  component: lazyRouteComponent(() => import('../features/sign-in/forgot-page.tsx'), 'ForgotPage'),
});
/** A role asks for two-step verification: nothing else works before it is set up. */
const setUp = createRoute({
  getParentRoute: () => root,
  path: '/set-up',
  beforeLoad: ({ context }) => {
    const state = context.session.state();
    if (state.status !== 'signed-in') throw redirect({ to: '/sign-in' });
    if (!state.user.mustSetUpTotp) throw redirect({ to: '/' });
  },
  component: lazyRouteComponent(() => import('../features/account/set-up-page.tsx'), 'SetUpPage'),
});

const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: ({ context, location }) => {
    const state = context.session.state();
    if (state.status === 'signed-in') {
      if (state.user.mustSetUpTotp) throw redirect({ to: '/set-up' });
      return;
    }
    throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { next: location.href } });
  },
  component: Shell,
});

const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: ({ context }) => {
    const state = context.session.state();
    const [first] = state.status === 'signed-in' ? placesFor(state.user.permissions) : [];
    if (first) throw redirect({ to: first.to });
  },
  component: NoPages,
});

/** The page for those who hold the permission; the server checks again at every call. */
function guarded(permission: Permission, LazyPage: ComponentType) {
  return function Guarded() {
    return useMay(permission) ? <LazyPage /> : <Forbidden />;
  };
}

const queue = createRoute({
  getParentRoute: () => inside,
  path: '/queue',
  validateSearch: QueueSearch,
  component: guarded(
    'alert:assign',
    lazyRouteComponent(() => import('../features/alerts/queue-page.tsx'), 'QueuePage'),
  ),
});
const alerts = createRoute({
  getParentRoute: () => inside,
  path: '/alerts',
  validateSearch: AlertSearch,
  component: guarded(
    'alert:view',
    lazyRouteComponent(() => import('../features/alerts/list-page.tsx'), 'AlertListPage'),
  ),
});
const alert = createRoute({
  getParentRoute: () => inside,
  path: '/alerts/$id',
  component: guarded(
    'alert:view',
    lazyRouteComponent(() => import('../features/alerts/detail-page.tsx'), 'AlertDetailPage'),
  ),
});
const deliveries = createRoute({
  getParentRoute: () => inside,
  path: '/deliveries',
  validateSearch: DeliverySearch,
  component: guarded(
    'delivery:view',
    lazyRouteComponent(() => import('../features/deliveries/deliveries-page.tsx'), 'DeliveriesPage'),
  ),
});
const descriptors = createRoute({
  getParentRoute: () => inside,
  path: '/descriptors',
  component: guarded(
    'alert:assign',
    lazyRouteComponent(() => import('../features/descriptors/unmatched-page.tsx'), 'UnmatchedDescriptorsPage'),
  ),
});
const aliases = createRoute({
  getParentRoute: () => inside,
  path: '/aliases',
  validateSearch: AliasSearch,
  component: guarded(
    'alert:assign',
    lazyRouteComponent(() => import('../features/aliases/aliases-page.tsx'), 'AliasesPage'),
  ),
});
const merchants = createRoute({
  getParentRoute: () => inside,
  path: '/merchants',
  validateSearch: MerchantSearch,
  component: guarded(
    'merchant:view',
    lazyRouteComponent(() => import('../features/merchants/list-page.tsx'), 'MerchantListPage'),
  ),
});
const enrolments = createRoute({
  getParentRoute: () => inside,
  path: '/enrolments',
  validateSearch: EnrolmentSearch,
  component: guarded(
    'card:view',
    lazyRouteComponent(() => import('../features/enrolments/enrolments-page.tsx'), 'EnrolmentsPage'),
  ),
});
const merchant = createRoute({
  getParentRoute: () => inside,
  path: '/merchants/$id',
  validateSearch: MerchantDetailSearch,
  component: guarded(
    'merchant:view',
    lazyRouteComponent(() => import('../features/merchants/detail-page.tsx'), 'MerchantDetailPage'),
  ),
});
const mails = createRoute({
  getParentRoute: () => inside,
  path: '/mails',
  validateSearch: MailSearch,
  component: guarded(
    'mail:view',
    lazyRouteComponent(() => import('../features/mails/mails-page.tsx'), 'MailsPage'),
  ),
});
const staff = createRoute({
  getParentRoute: () => inside,
  path: '/staff',
  validateSearch: StaffSearch,
  component: guarded(
    'staff:view',
    lazyRouteComponent(() => import('../features/staff/staff-page.tsx'), 'StaffPage'),
  ),
});
const roles = createRoute({
  getParentRoute: () => inside,
  path: '/roles',
  validateSearch: RoleSearch,
  component: guarded(
    'role:view',
    lazyRouteComponent(() => import('../features/roles/roles-page.tsx'), 'RolesPage'),
  ),
});
const credentials = createRoute({
  getParentRoute: () => inside,
  path: '/credentials',
  component: guarded(
    'credential:view',
    lazyRouteComponent(() => import('../features/credentials/credentials-page.tsx'), 'CredentialsPage'),
  ),
});
const mailTemplates = createRoute({
  getParentRoute: () => inside,
  path: '/mail-templates',
  component: guarded(
    'template:update',
    lazyRouteComponent(() => import('../features/mail-templates/templates-page.tsx'), 'MailTemplatesPage'),
  ),
});
const mailTemplate = createRoute({
  getParentRoute: () => inside,
  path: '/mail-templates/$kind/$locale',
  component: guarded(
    'template:update',
    lazyRouteComponent(() => import('../features/mail-templates/editor-page.tsx'), 'MailTemplatePage'),
  ),
});
const mailSenders = createRoute({
  getParentRoute: () => inside,
  path: '/mail-senders',
  component: guarded(
    'smtp:view',
    lazyRouteComponent(() => import('../features/mail-senders/senders-page.tsx'), 'MailSendersPage'),
  ),
});
const keys = createRoute({
  getParentRoute: () => inside,
  path: '/keys',
  component: guarded(
    'key:view',
    lazyRouteComponent(() => import('../features/keys/keys-page.tsx'), 'KeysPage'),
  ),
});
const calls = createRoute({
  getParentRoute: () => inside,
  path: '/calls',
  validateSearch: CallSearch,
  component: guarded(
    'apilog:view',
    lazyRouteComponent(() => import('../features/calls/calls-page.tsx'), 'CallsPage'),
  ),
});
const audit = createRoute({
  getParentRoute: () => inside,
  path: '/audit',
  validateSearch: AuditSearch,
  component: guarded(
    'audit:view',
    lazyRouteComponent(() => import('../features/audit/audit-page.tsx'), 'AuditPage'),
  ),
});
const security = createRoute({
  getParentRoute: () => inside,
  path: '/security',
  component: guarded(
    'allowlist:view',
    lazyRouteComponent(() => import('../features/security/security-page.tsx'), 'SecurityPage'),
  ),
});

const securityEvents = createRoute({
  getParentRoute: () => inside,
  path: '/security-events',
  validateSearch: SecurityEventSearch,
  component: guarded(
    'security:view',
    lazyRouteComponent(() => import('../features/security-events/events-page.tsx'), 'SecurityEventsPage'),
  ),
});
const account = createRoute({
  getParentRoute: () => inside,
  path: '/account',
  component: lazyRouteComponent(() => import('../features/account/account-page.tsx'), 'AccountPage'),
});

const routeTree = root.addChildren([
  signIn,
  acceptInvitation,
  forgot,
  setUp,
  inside.addChildren([
    home,
    queue,
    alerts,
    alert,
    deliveries,
    descriptors,
    aliases,
    merchants,
    merchant,
    enrolments,
    mails,
    credentials,
    mailTemplates,
    mailTemplate,
    mailSenders,
    keys,
    calls,
    audit,
    security,
    staff,
    roles,
    securityEvents,
    account,
  ]),
]);

export function createAppRouter(session: Session) {
  return createRouter({
    routeTree,
    context: { session },
    defaultPendingComponent: Starting,
    defaultErrorComponent: Broken,
    defaultPreload: 'intent',
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
