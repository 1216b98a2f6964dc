export { type Countdown, countdown, formatCountdown, formatSpan, type Urgency } from './countdown.ts';
export { formatFigure, formatMoney } from './money.ts';
export { formatSize } from './size.ts';
export { formatRelative, formatTime, type TimeStyle, zoneName } from './time.ts';
export { useFormat } from './use-format.ts';
export { useNow } from './use-now.ts';
