/** Who may not import whom (docs/architecture.md), by example: [file to pretend to be, what it imports]. */
export const FORBIDDEN = [
  // core: the domain, without transport, vendor or screen
  ['packages/core/src/alerts/list-alerts.ts', 'hono'],
  ['packages/core/src/alerts/list-alerts.ts', '@trpc/server'],
  ['packages/core/src/alerts/alert-mail.job.ts', 'bullmq'],
  ['packages/core/src/notifications/send-mail.ts', 'nodemailer'],
  ['packages/core/src/platform/settings.ts', 'ioredis'],
  ['packages/core/src/alerts/list-alerts.ts', 'react'],
  ['packages/core/src/alerts/list-alerts.ts', '@forewarn/ui/theme'],
  // the database only from store.ts
  ['packages/core/src/alerts/list-alerts.ts', '@forewarn/db'],
  ['packages/core/src/alerts/rules.ts', 'kysely'],
  // the kernel knows no slice
  ['packages/core/src/kernel/operation.ts', '../alerts/index.ts'],
  ['packages/core/src/kernel/audit.ts', '../accounts/model.ts'],
  // db knows neither the domain nor the screen
  ['packages/db/src/client.ts', '@forewarn/core/alerts'],
  ['packages/db/src/client.ts', '@forewarn/ui/theme'],
  // ui: props in, events out
  ['packages/ui/src/data/data-table.tsx', '@trpc/client'],
  ['packages/ui/src/data/data-table.tsx', '@tanstack/react-query'],
  ['packages/ui/src/data/data-table.tsx', '@tanstack/react-router'],
  ['packages/ui/src/data/data-table.tsx', '@forewarn/db'],
  // a feature doesn't know another
  ['apps/merchant-web/src/features/alerts/alert-list.tsx', '../cards/card-form.tsx'],
  ['apps/merchant-web/src/features/alerts/detail/answer-form.tsx', '../../cards/card-form.tsx'],
  ['apps/admin-desktop/src/renderer/features/alerts/alert-list.tsx', '../merchants/merchant-list.tsx'],
  // pages see the server by its types alone
  ['apps/merchant-web/src/features/alerts/alert-list.tsx', '@forewarn/db'],
  ['apps/admin-desktop/src/renderer/app/main.tsx', 'electron'],
  // a vendor's adapter doesn't know another's
  ['apps/api/src/adapters/tradefensor/client.ts', '../smtp/mailer.ts'],
  ['apps/api/src/adapters/smtp/mailer.ts', '../tradefensor/client.ts'],
  // the sandbox has its own idea of the wire, so that it checks ours
  ['apps/sandbox/src/provider/register.ts', '@forewarn/core/alerts/model'],
  ['apps/api/src/main.ts', '@forewarn/sandbox'],
];

/** Neighbours of the above that must stay possible. */
export const ALLOWED = [
  ['packages/core/src/alerts/store.ts', '@forewarn/db'],
  ['packages/core/src/alerts/list-alerts.ts', './store.ts'],
  ['packages/core/src/alerts/list-alerts.ts', '../kernel/operation.ts'],
  ['packages/core/src/kernel/operation.ts', './errors.ts'],
  ['packages/ui/src/data/data-table.tsx', '@mantine/core'],
  ['packages/ui/src/format/money.ts', '@forewarn/core/kernel/money'],
  ['apps/merchant-web/src/features/alerts/alert-list.tsx', './alert-row.tsx'],
  ['apps/merchant-web/src/features/alerts/alert-list.tsx', '@forewarn/core/alerts/model'],
  ['apps/api/src/adapters/tradefensor/client.ts', './signature.ts'],
  ['apps/api/src/adapters/tradefensor/client.ts', '@forewarn/core/ports/alert-provider'],
  ['apps/api/src/deps.ts', './adapters/smtp/mailer.ts'],
];
