export { arrangeAlertViews } from './arrange-views.ts';
export { listAlertViews } from './list-views.ts';
export { removeAlertView } from './remove-view.ts';
export { renameAlertView } from './rename-view.ts';
export { saveAlertView } from './save-view.ts';
