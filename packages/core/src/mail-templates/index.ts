export { getTemplate, getTemplateVersion } from './get-template.ts';
export { listTemplates } from './list-templates.ts';
export { resetTemplate, saveTemplate } from './save-template.ts';
export { setChannels } from './set-channels.ts';
export { previewTemplate, sendTemplateTest } from './try-template.ts';
