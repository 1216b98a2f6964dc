export { type ColumnChoice, columnChoice } from './column-choice.ts';
export { ColumnChooser } from './column-chooser.tsx';
export { type Chip, FilterChips } from './filter-chips.tsx';
