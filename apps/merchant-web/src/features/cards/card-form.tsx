import type { Card } from '@forewarn/core/cards/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { useT } from '@forewarn/ui/i18n';
import { Alert, Button, Group, Stack, Textarea, TextInput, type TextInputProps } from '@mantine/core';
import { type FormEvent, Fragment, useState } from 'react';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { type CardValues, cardValues, checkCard, isPlain, isRekeyed } from './card-rules.ts';
import { DescriptorHints } from './descriptor-hints.tsx';
import { useCardText } from './text.ts';
import { useSaveCard } from './use-card-mutations.ts';

interface CardFormProps {
  card: Card | undefined;
  /** Where notifications go unless the merchant says otherwise. */
  email: string;
  onSaved: (card: Card, enrolError: unknown) => void;
  onCancel: () => void;
}

/** The attributes that differ from field to field; everything else comes from the field's name. */
const FIELDS: Record<Exclude<keyof CardValues, 'remark'>, TextInputProps> = {
  descriptor: { withAsterisk: true, maxLength: 60, autoCapitalize: 'characters', spellCheck: false },
  cardBin: { withAsterisk: true, maxLength: 12, inputMode: 'numeric' },
  caid: { maxLength: 110, spellCheck: false },
  notifyEmail: { withAsterisk: true, maxLength: 100, inputMode: 'email', type: 'email', autoComplete: 'email' },
};

export function CardForm({ card, email, onSaved, onCancel }: CardFormProps) {
  const { form: text } = useCardText();
  const t = useT();
  const problemOf = useProblemOf();
  const save = useSaveCard();
  const [values, setValues] = useState(() => cardValues(card, email));
  const [left, setLeft] = useState<ReadonlySet<keyof CardValues>>(new Set());

  const faults = checkCard(values);
  const problem = save.isError ? problemOf(save.error) : undefined;
  const errorOf = (field: keyof CardValues) => {
    const fault = faults[field];
    if (fault && (left.has(field) || isPlain(fault))) return text.errors[fault];
    return problem?.fields[field];
  };
  /** Enrolling is offered unless the card is enrolled and stays what it is. */
  const enrolable = !card || card.status === 'FAILED' || card.submittedTime === null || isRekeyed(card, values);
  const warned = card && card.submittedTime !== null && isRekeyed(card, values);

  function submit(event: FormEvent<HTMLFormElement>, enrol: boolean) {
    event.preventDefault();
    setLeft(new Set(Object.keys(values) as (keyof CardValues)[]));
    if (Object.keys(faults).length > 0) {
      const form = event.currentTarget;
      requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    save.mutate({ card, values, enrol }, { onSuccess: (saved) => onSaved(saved.card, saved.enrolError) });
  }

  const bind = (field: keyof CardValues) => ({
    name: field,
    label: text[field],
    value: values[field],
    error: errorOf(field),
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setValues((before) => ({ ...before, [field]: value }));
    },
    onBlur: () => setLeft((before) => new Set([...before, field])),
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        const submitter = (event.nativeEvent as SubmitEvent).submitter;
        submit(event, enrolable && submitter?.getAttribute('value') !== 'save');
      }}
    >
      <Stack gap="md">
        {(['descriptor', 'cardBin', 'caid', 'notifyEmail'] as const).map((field) => (
          <Fragment key={field}>
            <TextInput
              {...FIELDS[field]}
              {...bind(field)}
              description={text[`${field}Hint`]}
              {...(field === 'descriptor' && { 'data-autofocus': true })}
            />
            {field === 'descriptor' && (
              <DescriptorHints
                values={values}
                onUse={(descriptor) => setValues((before) => ({ ...before, descriptor }))}
              />
            )}
          </Fragment>
        ))}
        <Textarea {...bind('remark')} autosize minRows={2} maxRows={6} />
        {warned && (
          <Alert variant="outline" color="yellow" role="status">
            {text.rekeyed}
          </Alert>
        )}
        {problem && <ErrorNote problem={problem} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="subtle" color="gray" onClick={onCancel} disabled={save.isPending}>
            {t.cancel}
          </Button>
          {enrolable && (
            <Button type="submit" name="then" value="save" variant="default" disabled={save.isPending}>
              {text.saveOnly}
            </Button>
          )}
          <Button type="submit" loading={save.isPending}>
            {enrolable ? text.saveAndEnrol : text.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
