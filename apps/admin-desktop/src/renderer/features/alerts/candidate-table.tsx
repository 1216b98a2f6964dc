import type { AlertCandidate, AlertDetail } from '@forewarn/core/alerts/model';
import { MERCHANT_STATUSES, type MerchantStatus } from '@forewarn/core/merchants/model';
import { MerchantStatusBadge, toneStyle } from '@forewarn/ui/data';
import { useFormat } from '@forewarn/ui/format';
import { useAlertLabels } from '@forewarn/ui/i18n';
import { Kbd, Radio, Stack, Table, Text, Title } from '@mantine/core';
import { IconCheck, IconMinus, IconX } from '@tabler/icons-react';
import classes from './candidate-table.module.css';
import { type Agreement, compareCandidate } from './compare-candidate.ts';
import { descriptorKey } from './same-descriptor.ts';
import { useAlertsText } from './text/index.ts';
import { useQueueText } from './text/queue.ts';

interface CandidateTableProps {
  alert: AlertDetail;
  /** Id of the chosen card; with `onChoose` the rows can be chosen. */
  chosen?: number | undefined;
  onChoose?: (candidate: AlertCandidate) => void;
}

const MARKS = {
  same: { icon: IconCheck, tone: 'positive' },
  differs: { icon: IconX, tone: 'danger' },
  open: { icon: IconMinus, tone: 'neutral' },
} as const satisfies Record<Agreement, object>;

export function asMerchantStatus(text: string): MerchantStatus {
  return MERCHANT_STATUSES.find((status) => status === text) ?? 'PENDING';
}

/** Whose it might be, and why: the alert's values on top, each candidate's below, with what agrees and what doesn't. */
export function CandidateTable({ alert, chosen, onChoose }: CandidateTableProps) {
  const t = useAlertsText();
  const labels = useAlertLabels();
  const format = useFormat();
  const f = t.detail.field;
  const descriptor = [alert.descriptorRegister, alert.descriptor].filter(
    (text, at, all) => text && all.indexOf(text) === at,
  );
  return (
    <Stack gap="sm" component="section">
      <Title order={2} size="h5">
        {t.queue.candidates}
      </Title>
      <Table className={classes.table} aria-label={t.queue.candidates}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{f.merchant}</Table.Th>
            <Table.Th>{f.descriptor}</Table.Th>
            <Table.Th>{f.cardBin}</Table.Th>
            <Table.Th>{f.caid}</Table.Th>
          </Table.Tr>
          <Table.Tr className={classes.asked}>
            <Table.Td>{t.queue.onAlert}</Table.Td>
            <Table.Td>
              {descriptor.join(' / ') || '–'}
              {descriptor.map((text) => (
                <Compared key={text} text={text} />
              ))}
            </Table.Td>
            <Table.Td>{alert.cardBinMasked ?? '–'}</Table.Td>
            <Table.Td>{alert.caid ?? '–'}</Table.Td>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {alert.candidates.map((candidate, index) => {
            const agree = compareCandidate(alert, candidate);
            const active = candidate.cardId === chosen;
            return (
              <Table.Tr
                key={candidate.cardId}
                className={`${onChoose ? classes.choosable : ''} ${active ? classes.chosen : ''}`}
                onClick={() => onChoose?.(candidate)}
              >
                <Table.Td>
                  <div className={classes.who}>
                    {onChoose && (
                      <Radio
                        name={`candidate-${alert.id}`}
                        checked={active}
                        onChange={() => onChoose(candidate)}
                        aria-label={`${candidate.merchantName}: ${labels.matchTier[candidate.tier]}`}
                      />
                    )}
                    <div>
                      <Text size="sm" fw={550}>
                        {candidate.merchantName}{' '}
                        {candidate.merchantStatus !== 'ACTIVE' && (
                          <MerchantStatusBadge value={asMerchantStatus(candidate.merchantStatus)} />
                        )}
                        {onChoose && index < 9 && <Kbd size="xs">{index + 1}</Kbd>}
                      </Text>
                      <Text size="xs" c="dimmed">
                        {t.queue.tier[candidate.tier]} · {t.queue.since(format.time(candidate.createdTime, 'date'))}
                      </Text>
                    </div>
                  </div>
                </Table.Td>
                <Table.Td>
                  <Mark agreement={agree.descriptor}>{candidate.descriptor}</Mark>
                  <Compared text={candidate.descriptor} />
                </Table.Td>
                <Table.Td className={classes.digits}>
                  <Mark agreement={agree.cardBin}>{candidate.cardBin}</Mark>
                </Table.Td>
                <Table.Td>
                  <Mark agreement={agree.caid}>{candidate.caid || '–'}</Mark>
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}

/** What matching made of it, where that isn't what stands there. */
function Compared({ text }: { text: string | null }) {
  const t = useQueueText();
  const key = descriptorKey(text);
  if (key === '' || key === text) return null;
  return (
    <Text size="xs" c="dimmed">
      {t.compared(key)}
    </Text>
  );
}

function Mark({ agreement, children }: { agreement: Agreement; children: string }) {
  const t = useAlertsText().queue.agreement;
  const { icon: Icon, tone } = MARKS[agreement];
  return (
    <span className={classes.mark} style={toneStyle(tone)}>
      <Icon size={14} color="var(--tone-text)" role="img" aria-label={t[agreement]} />
      {children}
    </span>
  );
}
