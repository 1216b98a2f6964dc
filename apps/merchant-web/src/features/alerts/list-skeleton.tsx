import { useT } from '@forewarn/ui/i18n';
import { Paper, Skeleton, VisuallyHidden } from '@mantine/core';
import classes from './list.module.css';
import cardClasses from './list-cards.module.css';

interface ListSkeletonProps {
  compact: boolean;
  rows: number;
}

/** The list while it is on its way, in the shape it will have. */
export function ListSkeleton({ compact, rows }: ListSkeletonProps) {
  const t = useT();
  const shown = Array.from({ length: Math.min(rows, 10) }, (_, row) => row);
  return (
    <div role="status" aria-busy>
      <VisuallyHidden>{t.loading}</VisuallyHidden>
      {compact ? (
        <div className={cardClasses.cards}>
          {shown.map((row) => (
            <div key={row} className={cardClasses.card}>
              <Skeleton height={20} width="45%" />
              <Skeleton height={26} width="35%" mt={8} />
              <Skeleton height={18} width="60%" />
              <Skeleton height={18} width="50%" mb={2} />
            </div>
          ))}
        </div>
      ) : (
        <Paper style={{ overflow: 'hidden' }}>
          <div className={classes.ghostHead} />
          {shown.map((row) => (
            <div key={row} className={classes.ghostRow}>
              {[12, 9, 20, 14, 12, 7, 10, 10].map((width, cell) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells neither come nor go
                <Skeleton key={cell} height={14} width={`${width}%`} />
              ))}
            </div>
          ))}
        </Paper>
      )}
    </div>
  );
}
