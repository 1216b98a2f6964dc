import { useFormat } from '@forewarn/ui/format';

/** A time of a record: to the minute in the reader's zone, exact with its zone on hover. What isn't an instant is shown as it came. */
export function Moment({ at }: { at: string }) {
  const format = useFormat();
  return (
    <time dateTime={at} title={format.time(at, 'exact')}>
      {format.time(at, 'dated')}
    </time>
  );
}
