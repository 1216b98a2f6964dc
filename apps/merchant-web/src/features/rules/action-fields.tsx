import { MINUTES_BEFORE, RULE_ACTIONS, RULE_MODES } from '@forewarn/core/response-rules/model';
import { useAlertLabels } from '@forewarn/ui/i18n';
import { NativeSelect, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { AmountField } from './condition-fields.tsx';
import classes from './rules.module.css';
import { useRuleText } from './text.ts';
import type { RuleFormState } from './use-rule-form.ts';

const MINUTES = [MINUTES_BEFORE.least, 30, MINUTES_BEFORE.usual, 120, 240, 480, MINUTES_BEFORE.most];

/** What the rule does, and how much of it. */
export function ActionFields({ form }: { form: RuleFormState }) {
  const text = useRuleText();
  const labels = useAlertLabels();
  const { values, set, bind } = form;
  const answers = values.mode === 'ANSWER';
  const minutes = MINUTES.includes(values.minutesBefore) ? MINUTES : [values.minutesBefore, ...MINUTES];
  return (
    <>
      <Radio.Group
        aria-label={text.form.what}
        value={values.mode}
        onChange={(chosen) => set('mode', RULE_MODES.find((mode) => mode === chosen) ?? 'SUGGEST')}
      >
        <Stack gap="sm">
          {RULE_MODES.map((mode) => (
            <Radio key={mode} value={mode} label={text.form.mode[mode].name} description={text.form.mode[mode].text} />
          ))}
        </Stack>
      </Radio.Group>
      <div className={classes.pair}>
        <NativeSelect
          {...bind('action')}
          label={text.form.action}
          value={values.action}
          onChange={(event) =>
            set('action', RULE_ACTIONS.find((action) => action === event.currentTarget.value) ?? values.action)
          }
          data={RULE_ACTIONS.map((value) => ({ value, label: labels.action[value] }))}
        />
        {answers && (
          <NativeSelect
            {...bind('minutesBefore')}
            label={text.form.minutes}
            value={String(values.minutesBefore)}
            onChange={(event) => set('minutesBefore', Number(event.currentTarget.value))}
            data={minutes.map((value) => ({ value: String(value), label: text.before(value) }))}
          />
        )}
      </div>
      <Text size="sm" c={values.action === 'REFUND' && answers ? 'var(--fw-warning-text)' : 'dimmed'} role="status">
        {text.form.actionHint[values.action]}
      </Text>
      <Textarea
        {...bind('reason')}
        label={text.form.reason}
        description={text.form.reasonHint}
        value={values.reason}
        onChange={(event) => set('reason', event.currentTarget.value)}
        rows={2}
        maxLength={500}
      />
      {answers && (
        <div>
          <div className={classes.pair}>
            <TextInput
              {...bind('dailyCount')}
              label={text.form.dailyCount}
              value={values.dailyCount}
              onChange={(event) => set('dailyCount', event.currentTarget.value)}
              inputMode="numeric"
              autoComplete="off"
              maxLength={4}
            />
            <AmountField form={form} name="dailySum" label={text.form.dailySum(values.currency)} />
          </div>
          <Text size="xs" c="dimmed" mt={6}>
            {text.form.limitsHint}
          </Text>
        </div>
      )}
    </>
  );
}
