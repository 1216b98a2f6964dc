export { cancelExport } from './cancel-export.ts';
export { downloadExport } from './download-export.ts';
export { exportAlerts } from './export-alerts.ts';
export { listExports } from './list-exports.ts';
export { purgeExports } from './purge-exports.ts';
export { removeExport } from './remove-export.ts';
export { runExports } from './run-exports.ts';
export { startExport } from './start-export.ts';
