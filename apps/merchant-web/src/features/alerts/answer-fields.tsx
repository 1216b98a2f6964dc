import type { AlertDetail } from '@forewarn/core/alerts/model';
import { useT } from '@forewarn/ui/i18n';
import { Collapse, Stack, Text, Textarea, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import classes from './answer.module.css';
import type { AnswerValues } from './answer-rules.ts';
import { AnswerSnippets } from './answer-snippets.tsx';
import { EvidenceField } from './evidence-field.tsx';
import { RefundFields } from './refund-fields.tsx';
import { useAnswerText } from './text/index.ts';
import type { Evidence } from './use-evidence.ts';

export interface AnswerFieldsProps {
  alert: AlertDetail;
  values: AnswerValues;
  evidence: Evidence;
  errors: Partial<Record<keyof AnswerValues, string>>;
  disabled: boolean;
  onChange: (change: Partial<AnswerValues>) => void;
  onLeave: (field: keyof AnswerValues) => void;
  onResume: (field: keyof AnswerValues) => void;
}

export function AnswerFields(props: AnswerFieldsProps) {
  const text = useAnswerText();
  const { alert, values, evidence, errors, disabled, onChange, onLeave } = props;
  const dispute = values.action === 'DISPUTE';
  const hasFiles = evidence.files.length + evidence.uploads.length > 0;
  const [opened, { toggle }] = useDisclosure(values.comments !== '' || values.preventiveActions !== '');
  // Whatever is sent along is seen.
  const more = opened || (!dispute && hasFiles);
  const Chevron = more ? IconChevronUp : IconChevronDown;
  const files = (
    <EvidenceField
      alertId={alert.id}
      evidence={evidence}
      required={dispute}
      error={errors.evidence}
      disabled={disabled}
      onTouch={() => props.onResume('evidence')}
    />
  );
  return (
    <Stack gap="md">
      <RefundFields {...props} />
      <Textarea
        name="reason"
        label={text.reason}
        description={text.reasonHint}
        withAsterisk
        autosize
        minRows={3}
        maxRows={10}
        disabled={disabled}
        value={values.reason}
        error={errors.reason}
        onChange={(event) => onChange({ reason: event.currentTarget.value })}
        onBlur={() => onLeave('reason')}
        inputWrapperOrder={['label', 'description', 'input', 'error']}
      />
      <Counter length={values.reason.trim().length} limit={500} />
      {values.action !== '' && !disabled && (
        <AnswerSnippets
          action={values.action}
          current={values.reason}
          onUse={(reason) => {
            onChange({ reason });
            props.onResume('reason');
          }}
        />
      )}
      {dispute && files}
      <UnstyledButton className={classes.more ?? ''} aria-expanded={more} onClick={toggle}>
        <Chevron size={16} aria-hidden />
        {text.more}
      </UnstyledButton>
      <Collapse expanded={more} keepMounted={false}>
        <Stack gap="md">
          {!dispute && files}
          {(['comments', 'preventiveActions'] as const).map((field) => (
            <div key={field}>
              <Textarea
                name={field}
                label={text[field]}
                {...(field === 'preventiveActions' && { placeholder: text.preventiveHint })}
                autosize
                minRows={2}
                maxRows={10}
                disabled={disabled}
                value={values[field]}
                error={errors[field]}
                onChange={(event) => onChange({ [field]: event.currentTarget.value })}
                onBlur={() => onLeave(field)}
              />
              <Counter length={values[field].trim().length} limit={1000} />
            </div>
          ))}
        </Stack>
      </Collapse>
    </Stack>
  );
}

function Counter({ length, limit }: { length: number; limit: number }) {
  const t = useT();
  return (
    <Text
      size="xs"
      ta="end"
      className="fw-tabular"
      c={length > limit ? 'var(--mantine-color-error)' : 'dimmed'}
      mt={-8}
    >
      {t.characters(length, limit)}
    </Text>
  );
}
