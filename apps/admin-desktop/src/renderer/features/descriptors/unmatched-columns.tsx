import type { UnmatchedDescriptor } from '@forewarn/core/descriptors/model';
import type { Column } from '@forewarn/ui/data';
import { useFormat } from '@forewarn/ui/format';
import { Anchor, Button, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMay } from '../../app/use-session.ts';
import { useDescriptorsText } from './text.ts';

export function useUnmatchedColumns(onEnrol: (found: UnmatchedDescriptor) => void): Column<UnmatchedDescriptor>[] {
  const t = useDescriptorsText();
  const format = useFormat();
  const mayAdd = useMay('card:create');
  const mayEnrol = useMay('card:enrol') && mayAdd;
  return [
    {
      key: 'descriptor',
      header: t.column.descriptor,
      render: ({ descriptor }) => (
        <Text size="sm" fw={550} style={{ overflowWrap: 'anywhere' }}>
          {descriptor}
        </Text>
      ),
    },
    { key: 'count', header: t.column.count, align: 'end', render: ({ count }) => count },
    {
      key: 'amounts',
      header: t.column.amounts,
      render: ({ amounts }) =>
        amounts.map(({ amount, currency }) => (
          <Text key={currency} size="sm" className="fw-tabular">
            {format.money(amount, currency)}
          </Text>
        )),
    },
    { key: 'bins', header: t.column.bins, render: (found) => <Bins found={found} /> },
    {
      key: 'lastSeen',
      header: t.column.lastSeen,
      render: ({ lastSeen }) => <span className="fw-tabular">{format.time(lastSeen, 'short')}</span>,
    },
    {
      key: 'act',
      header: t.column.act,
      align: 'end',
      render: (found) => (
        <Group gap="sm" justify="flex-end" wrap="nowrap">
          <Anchor
            size="sm"
            renderRoot={(props) => <Link to="/queue" search={{ keyword: found.descriptor }} {...props} />}
          >
            {t.alerts}
          </Anchor>
          {!found.enrolable && (
            <Text size="xs" c="dimmed">
              {found.programs.includes('ETHOCA') ? t.byHand : t.rdrOnly}
            </Text>
          )}
          {found.enrolable && mayEnrol && (
            <Button
              size="xs"
              variant="light"
              aria-label={t.enrolLabel(found.descriptor)}
              onClick={() => onEnrol(found)}
            >
              {t.enrol}
            </Button>
          )}
        </Group>
      ),
    },
  ];
}

function Bins({ found }: { found: UnmatchedDescriptor }) {
  const t = useDescriptorsText();
  const bins = [...new Set(found.variants.map(({ cardBinMasked }) => cardBinMasked ?? t.noBin))].slice(0, 2);
  return (
    <Text size="sm" className="fw-tabular">
      {bins.join(' / ')} {found.variantCount > bins.length && t.moreBins(found.variantCount)}
    </Text>
  );
}
