import type { Rule, RuleState } from '@forewarn/core/response-rules/model';
import { ToneBadge } from '@forewarn/ui/data';
import { ConfirmDialog, EmptyState, ListSkeleton } from '@forewarn/ui/feedback';
import { useFormat } from '@forewarn/ui/format';
import { useAlertLabels } from '@forewarn/ui/i18n';
import type { Tone } from '@forewarn/ui/theme';
import { Button, Group, Paper, Stack, Text, Textarea } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../api.ts';
import { QueryView } from '../../app/query-view.tsx';
import { useProblem } from '../../app/use-problem.ts';
import { useMay } from '../../app/use-session.ts';
import { useMerchantRulesText } from './rules-text.ts';

const TONES: Record<RuleState, Tone> = { ON: 'positive', DRAFT: 'muted', PAUSED: 'warning' };

/** A merchant's rules, to look at; one can be paused when the merchant asks for help. */
export function MerchantRules({ merchantId }: { merchantId: number }) {
  const t = useMerchantRulesText();
  const trpc = useTRPC();
  const mayPause = useMay('merchant:status');
  const rules = useQuery(trpc.admin.rules.list.queryOptions({ merchantId }));
  const [pausing, setPausing] = useState<Rule>();
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t.hint}
      </Text>
      <QueryView query={rules} loading={<ListSkeleton rows={2} />}>
        {({ records }) =>
          records.length === 0 ? (
            <Paper>
              <EmptyState icon={<IconListCheck size={26} />} title={t.empty} />
            </Paper>
          ) : (
            <Stack gap="sm" role="list">
              {records.map((rule) => (
                <Paper key={rule.id} withBorder p="md" role="listitem">
                  <Group justify="space-between" align="flex-start" wrap="nowrap">
                    <RuleFacts rule={rule} />
                    {mayPause && rule.state === 'ON' && (
                      <Button variant="default" size="xs" flex="none" onClick={() => setPausing(rule)}>
                        {t.pause}
                      </Button>
                    )}
                  </Group>
                </Paper>
              ))}
            </Stack>
          )
        }
      </QueryView>
      {pausing && <PauseDialog rule={pausing} onClose={() => setPausing(undefined)} />}
    </Stack>
  );
}

function RuleFacts({ rule }: { rule: Rule }) {
  const t = useMerchantRulesText();
  const labels = useAlertLabels();
  const format = useFormat();
  const asks = useAsks();
  const { name, state, pausedBy, mode, minutesBefore, action, reason, conditions, answered30, left30 } = rule;
  const { dailyCount, dailySum } = rule;
  const sum = dailySum === null || conditions.currency === null ? null : format.money(dailySum, conditions.currency);
  return (
    <Stack gap={4} miw={0} style={{ overflowWrap: 'anywhere' }}>
      <Group gap="xs">
        <Text fw={600} size="sm">
          {name}
        </Text>
        <ToneBadge tone={TONES[state]}>{t.state[state]}</ToneBadge>
        {pausedBy && (
          <Text size="xs" c="dimmed">
            {t.pausedBy[pausedBy]}
          </Text>
        )}
      </Group>
      <Text size="sm">{[t.mode[mode](minutesBefore), labels.action[action]].join(' · ')}</Text>
      <Text size="sm">
        {t.when} {asks(conditions)}
      </Text>
      <Text size="xs" c="dimmed">
        {[`${t.says} “${reason}”`, mode === 'ANSWER' && t.limits(dailyCount, sum), t.done(answered30, left30)]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </Stack>
  );
}

/** Which alerts a rule is for, in words. */
function useAsks() {
  const t = useMerchantRulesText();
  const labels = useAlertLabels();
  const format = useFormat();
  const amounts = ({ currency, minAmount: min, maxAmount: max }: Rule['conditions']) => {
    if (currency === null) return null;
    const [from, to] = [min, max].map((amount) => (amount === null ? null : format.money(amount, currency)));
    if (from && to) return t.range.between(from, to);
    return from ? t.range.from(from) : to ? t.range.upTo(to) : currency;
  };
  return (conditions: Rule['conditions']) => {
    const { riskLevels, brands, descriptors, reasonCodes } = conditions;
    const parts = [
      amounts(conditions),
      riskLevels.map((level) => labels.risk[level]).join(t.comma),
      brands.map((brand) => labels.cardBrand[brand]).join(t.comma),
      descriptors.join(t.comma),
      reasonCodes.length > 0 && t.reasonCodes(reasonCodes.join(t.comma)),
    ].filter(Boolean);
    return parts.length === 0 ? t.everything : parts.join(' · ');
  };
}

function PauseDialog({ rule, onClose }: { rule: Rule; onClose: () => void }) {
  const t = useMerchantRulesText();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const toProblem = useProblem();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const tooShort = reason.trim().length < 2;
  const pause = useMutation(
    trpc.admin.rules.pause.mutationOptions({
      onSuccess: async () => {
        await cache.invalidateQueries(trpc.admin.rules.list.queryFilter());
        onClose();
      },
    }),
  );
  return (
    <ConfirmDialog
      opened
      title={t.pauseTitle(rule.name)}
      confirmLabel={t.pause}
      busy={pause.isPending}
      problem={pause.error ? toProblem(pause.error) : undefined}
      onConfirm={() => {
        setAsked(true);
        if (!tooShort) pause.mutate({ id: rule.id, reason });
      }}
      onCancel={onClose}
    >
      <Text size="sm">{t.pauseText}</Text>
      <Textarea
        label={t.reason}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={asked && tooShort ? t.reasonError : undefined}
        maxLength={500}
        rows={2}
      />
    </ConfirmDialog>
  );
}
