import { Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useT } from '../i18n/hooks.ts';
import classes from './key-values.module.css';

export interface KeyValue {
  label: string;
  /** null, undefined and empty text show “–”. */
  value: ReactNode;
  /** Takes the whole row. */
  wide?: boolean;
}

/** Facts as a definition list under an optional title. */
export function KeyValues({ title, items }: { title?: ReactNode; items: readonly KeyValue[] }) {
  const t = useT();
  return (
    <Stack gap="sm" component="section">
      {title && (
        <Title order={2} size="h5">
          {title}
        </Title>
      )}
      <dl className={classes.list}>
        {items.map(({ label, value, wide }) => (
          <div key={label} className={wide ? classes.wide : undefined}>
            <dt className={classes.label}>{label}</dt>
            <dd className={classes.value}>{value === null || value === undefined || value === '' ? t.none : value}</dd>
          </div>
        ))}
      </dl>
    </Stack>
  );
}
