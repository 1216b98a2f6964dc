import type { AlertSummary } from '@forewarn/core/alerts/model';
import { useHotkeys } from '@mantine/hooks';

/** J/K or the arrows move through the queue; typing in a field is left alone. */
export function useQueueKeys(rows: readonly AlertSummary[], open: number | undefined, onOpen: (id: number) => void) {
  const move = (step: 1 | -1) => () => {
    const at = rows.findIndex(({ id }) => id === open);
    const next = rows[at === -1 ? 0 : at + step];
    if (next) onOpen(next.id);
  };
  useHotkeys([
    ['J', move(1)],
    ['ArrowDown', move(1)],
    ['K', move(-1)],
    ['ArrowUp', move(-1)],
  ]);
}
