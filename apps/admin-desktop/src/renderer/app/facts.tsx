import type { KeyValue } from '@forewarn/ui/data';
import { useT } from '@forewarn/ui/i18n';
import { Stack, Title } from '@mantine/core';
import classes from './facts.module.css';

interface FactsProps {
  title?: string;
  items: readonly KeyValue[];
  /** Leaves out what is absent instead of showing “–”. */
  presentOnly?: boolean;
}

const isAbsent = (value: KeyValue['value']) => value === null || value === undefined || value === '' || value === false;

/** Facts as close together as a desk with much to do wants them; “–” for what is absent. */
export function Facts({ title, items, presentOnly = false }: FactsProps) {
  const t = useT();
  return (
    <Stack gap="xs" component="section">
      {title && (
        <Title order={2} size="h5">
          {title}
        </Title>
      )}
      <dl className={classes.facts}>
        {items
          .filter(({ value }) => !presentOnly || !isAbsent(value))
          .map(({ label, value, wide }) => (
            <div key={label} className={wide ? classes.wide : undefined}>
              <dt>{label}</dt>
              <dd>{isAbsent(value) ? t.none : value}</dd>
            </div>
          ))}
      </dl>
    </Stack>
  );
}
