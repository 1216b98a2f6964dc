export { processAlerts } from './process-many.ts';
