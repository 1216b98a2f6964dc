export { EXPORT_TONES, isCounted, isUnderWay } from './job-state.ts';
export { alertsEn, alertsZh, exportWordsEn, exportWordsZh } from './words.ts';
