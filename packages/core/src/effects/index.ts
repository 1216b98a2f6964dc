export { backOff } from './back-off.ts';
export type { EffectHandler, EffectHandlers, EffectResult, EffectRun } from './handler.ts';
export { createEffectLane, EFFECT_LEASE, type EffectLane } from './run-effects.ts';
export { overdueEffects } from './store.ts';
