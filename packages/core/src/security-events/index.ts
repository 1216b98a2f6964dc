export { acknowledgeSecurityEvent } from './acknowledge-event.ts';
export { getSecurityEvent, listSecurityEvents, securityPulse } from './list-events.ts';
export { countSuspicion, raiseEvent, type Suspect, watchSignIn } from './raise-event.ts';
export { networkOf } from './rules.ts';
export { eventById, purgeSecurityTraces } from './store.ts';
export { getThresholds, readThresholds, updateThresholds } from './thresholds.ts';
export { watchAct } from './watch-act.ts';
