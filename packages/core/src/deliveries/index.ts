export { getDelivery } from './get-delivery.ts';
export { ingestDeliveries } from './ingest.ts';
export { overdueDeliveries } from './ingest-store.ts';
export { createIntake, type Intake, IntakeFull, IntakeTimeout, type Stored } from './intake.ts';
export { listDeliveries } from './list-deliveries.ts';
export { bodyPlace } from './place.ts';
export { insertDeliveries, type NewDelivery, noteRepeat, sha256 } from './receive-store.ts';
export { replayDelivery } from './replay-delivery.ts';
