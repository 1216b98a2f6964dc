import { Hono } from 'hono';
import { authControl } from './auth/control.ts';
import { authRoutes } from './auth/routes.ts';
import { chatControl, chatRoutes } from './chat/routes.ts';
import { readBody } from './control-body.ts';
import { ControlError } from './control-error.ts';
import { faultControl } from './faults/control.ts';
import { mailControl } from './mail/control.ts';
import { mailService } from './mail/service.ts';
import { pages } from './pages/routes.ts';
import { providerControl } from './provider/control.ts';
import { providerRoutes } from './provider/routes.ts';
import { pushControl } from './push/control.ts';
import { changeSettings, SettingsChange } from './settings.ts';
import { resetWorld, type SandboxEnv, type World } from './world.ts';

/** Everything the sandbox serves over HTTP: the provider's calls, the control calls and the pages. */
export function httpApp(world: World) {
  const control = new Hono<SandboxEnv>()
    .route('/', providerControl(world))
    .route('/', pushControl(world))
    .route('/', mailControl(world))
    .route('/', chatControl(world))
    .route('/', faultControl(world))
    .route('/', authControl(world))
    .post('/configure', async (c) => {
      world.settings = changeSettings(world.settings, await readBody(c, SettingsChange));
      return c.json(world.settings);
    })
    .post('/reset', (c) => {
      resetWorld(world);
      return c.json({ reset: true });
    });

  const app = new Hono<SandboxEnv>()
    .route('/', providerRoutes(world))
    .route('/', chatRoutes(world))
    .route('/', authRoutes(world))
    .route('/', mailService(world))
    .route('/__control', control)
    .route('/', pages(world));
  app.notFound((c) => c.json({ error: `The sandbox has no ${c.req.method} ${c.req.path}.` }, 404));
  app.onError((error, c) => {
    if (error instanceof ControlError) return c.json({ error: error.message, ...error.details }, error.status);
    return c.json({ error: `The sandbox failed: ${error.stack ?? error.message}` }, 500);
  });
  return app;
}
