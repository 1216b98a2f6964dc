import { useFormat } from '@forewarn/ui/format';
import { Button, Group, Text, TextInput } from '@mantine/core';
import type { AnswerFieldsProps } from './answer-fields.tsx';
import { fullRefund, hasReference, refundOf } from './answer-rules.ts';
import { useAnswerText } from './text/index.ts';

/** How much of the transaction went back, and the number that proves it; nothing for answers without a refund. */
export function RefundFields(props: AnswerFieldsProps) {
  const text = useAnswerText();
  const { values, errors, disabled, onChange, onLeave } = props;
  return (
    <>
      {refundOf(values.action) !== 'none' && <AmountField {...props} />}
      {hasReference(values.action) && (
        <TextInput
          name="refundReference"
          label={text.refundReference}
          description={text.referenceHint}
          autoComplete="off"
          maxLength={200}
          disabled={disabled}
          value={values.refundReference}
          error={errors.refundReference}
          onChange={(event) => onChange({ refundReference: event.currentTarget.value })}
          onBlur={() => onLeave('refundReference')}
        />
      )}
    </>
  );
}

function AmountField({ alert, values, errors, disabled, onChange, onLeave }: AnswerFieldsProps) {
  const text = useAnswerText();
  const format = useFormat();
  const required = refundOf(values.action) === 'required';
  const full = fullRefund(alert);
  const limit = format.money(alert.amount, alert.currency);
  return (
    <TextInput
      name="refundAmount"
      label={text.refundAmount(alert.currency)}
      description={required ? text.refundHint(limit) : text.refundHintFraud(limit)}
      withAsterisk={required}
      inputMode="decimal"
      autoComplete="off"
      disabled={disabled}
      value={values.refundAmount}
      error={errors.refundAmount}
      onChange={(event) => onChange({ refundAmount: event.currentTarget.value.trim() })}
      onBlur={() => onLeave('refundAmount')}
      rightSectionWidth="auto"
      rightSection={
        <Group gap={4} wrap="nowrap" pe={4}>
          <Text size="sm" c="dimmed" className="fw-tabular">
            {text.ofAmount(format.figure(alert.amount, alert.currency))}
          </Text>
          {values.refundAmount !== full && (
            <Button
              variant="subtle"
              size="compact-sm"
              disabled={disabled}
              onClick={() => onChange({ refundAmount: full })}
            >
              {text.fullAmount}
            </Button>
          )}
        </Group>
      }
    />
  );
}
