import { useFormat } from '@forewarn/ui/format';
import { useFactWords } from '@forewarn/ui/i18n';

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** A field's value as the pages show it elsewhere: times in the reader's zone, money in its currency, codes in words; others as they are. */
export function useFieldValue() {
  const format = useFormat();
  const words = useFactWords();
  return (field: string, value: string, currency: string | null): string => {
    if (INSTANT.test(value)) return format.time(value, 'exact');
    if (field === 'amount' && currency !== null) return format.money(Number(value), currency);
    return words(field, value) ?? value;
  };
}
