import { PROGRAMS, RISK_LEVELS } from '@forewarn/core/alerts/model';
import { useFormat } from '@forewarn/ui/format';
import { useAlertLabels } from '@forewarn/ui/i18n';

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** A field's value as the pages show it elsewhere: times in the reader's zone, risk and program in words; others as they are. */
export function useFieldValue() {
  const format = useFormat();
  const labels = useAlertLabels();
  return (field: string, value: string): string => {
    if (INSTANT.test(value)) return format.time(value, 'exact');
    const risk = field === 'riskLevel' && RISK_LEVELS.find((one) => one === value);
    if (risk) return labels.risk[risk];
    const program = field === 'program' && PROGRAMS.find((one) => one === value);
    return program ? labels.program[program] : value;
  };
}
