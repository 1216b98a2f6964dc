import type { Card } from '@forewarn/core/cards/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { useT } from '@forewarn/ui/i18n';
import { Alert, Button, Group, Stack, Textarea, TextInput, type TextInputProps } from '@mantine/core';
import { type FormEvent, Fragment, useState } from 'react';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { type CardField, cardValues, checkCard, FIELDS_OF, isPlain, isRekeyed } from './card-rules.ts';
import { isDraft, isKnownUpstream } from './card-state.ts';
import { DescriptorHints } from './descriptor-hints.tsx';
import { DraftNote } from './draft-note.tsx';
import { ProgramChoice } from './program-choice.tsx';
import { RekeyDialog } from './rekey-dialog.tsx';
import { useCardText } from './text.ts';
import { useSaveCard } from './use-card-mutations.ts';
import { useDraft } from './use-draft.ts';

interface CardFormProps {
  /** The card that is changed, or the draft that is gone on with. */
  card: Card | undefined;
  /** Where notifications go unless the merchant says otherwise. */
  email: string;
  onSaved: (card: Card, enrolError: unknown) => void;
  onCancel: () => void;
}

/** The attributes that differ from field to field; everything else comes from the field's name. */
const FIELDS: Record<Exclude<CardField, 'remark'>, TextInputProps> = {
  descriptor: { withAsterisk: true, maxLength: 60, autoCapitalize: 'characters', spellCheck: false },
  cardBin: { withAsterisk: true, maxLength: 12, inputMode: 'numeric' },
  caid: { maxLength: 100, spellCheck: false },
  acquirerBin: { maxLength: 12, inputMode: 'numeric' },
  arn: { maxLength: 30, inputMode: 'numeric' },
  notifyEmail: { withAsterisk: true, maxLength: 100, inputMode: 'email', type: 'email', autoComplete: 'email' },
};

export function CardForm({ card, email, onSaved, onCancel }: CardFormProps) {
  const { form: text } = useCardText();
  const t = useT();
  const problemOf = useProblemOf();
  const save = useSaveCard();
  const draft = card && isDraft(card) ? card : undefined;
  const saved = draft ? undefined : card;
  const [start] = useState(() => cardValues(card, email));
  const [values, setValues] = useState(start);
  const [left, setLeft] = useState<ReadonlySet<CardField>>(new Set());
  const [asking, setAsking] = useState(false);
  const keeping = useDraft(values, start, draft, !saved);

  const fields = FIELDS_OF[values.program];
  const faults = checkCard(values);
  const problem = save.isError ? problemOf(save.error) : undefined;
  const errorOf = (field: CardField) => {
    const fault = faults[field];
    if (fault && (left.has(field) || isPlain(fault))) return text.errors[fault];
    return problem?.fields[field];
  };
  const rekeyed = saved !== undefined && isRekeyed(saved, values);
  const known = saved !== undefined && isKnownUpstream(saved);
  /** Enrolling is offered unless the card is enrolled; a new key of an enrolled one is enrolled by saving. */
  const enrolable = !saved || !known;

  async function store(enrol: boolean) {
    setAsking(false);
    const draftId = saved ? undefined : await keeping.settle();
    save.mutate({ card: saved, draftId, values, enrol }, { onSuccess: (done) => onSaved(done.card, done.enrolError) });
  }

  function submit(event: FormEvent<HTMLFormElement>, enrol: boolean) {
    event.preventDefault();
    setLeft(new Set(Object.keys(values) as CardField[]));
    if (Object.keys(faults).length > 0) {
      const form = event.currentTarget;
      requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    if (known && rekeyed) setAsking(true);
    else void store(enrol);
  }

  const bind = (field: CardField) => ({
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
  const hintOf = (field: Exclude<CardField, 'remark'>) =>
    field === 'caid' && values.program === 'RDR' ? text.rdrCaidHint : text[`${field}Hint`];
  return (
    <form
      noValidate
      onSubmit={(event) => {
        const submitter = (event.nativeEvent as SubmitEvent).submitter;
        submit(event, enrolable && submitter?.getAttribute('value') !== 'save');
      }}
    >
      <Stack gap="md">
        <ProgramChoice value={values.program} onChange={(program) => setValues((before) => ({ ...before, program }))} />
        {fields.map((field) =>
          field === 'remark' ? null : (
            <Fragment key={field}>
              <TextInput
                {...FIELDS[field]}
                {...bind(field)}
                {...(field === 'caid' && values.program === 'RDR' && { label: text.rdrCaid })}
                description={hintOf(field)}
                {...(field === 'descriptor' && { 'data-autofocus': true })}
              />
              {field === 'descriptor' && (
                <DescriptorHints
                  values={values}
                  onUse={(descriptor) => setValues((before) => ({ ...before, descriptor }))}
                />
              )}
            </Fragment>
          ),
        )}
        <Textarea {...bind('remark')} autosize minRows={2} maxRows={6} />
        {rekeyed && (
          <Alert variant="outline" color="yellow" role="status">
            {known ? text.rekeyed : text.rekeyedUnknown}
          </Alert>
        )}
        {problem && <ErrorNote problem={problem} />}
        <Group justify="space-between" gap="sm">
          <DraftNote sign={keeping.sign} />
          <Group justify="flex-end" gap="sm" ml="auto">
            <Button variant="subtle" color="gray" disabled={save.isPending} onClick={onCancel}>
              {keeping.sign === 'none' ? t.cancel : text.closeDraft}
            </Button>
            {enrolable && (
              <Button type="submit" name="then" value="save" variant="default" disabled={save.isPending}>
                {text.saveOnly}
              </Button>
            )}
            <Button type="submit" loading={save.isPending}>
              {enrolable ? text.saveAndEnrol : rekeyed ? text.saveAndEnrolAgain : text.save}
            </Button>
          </Group>
        </Group>
      </Stack>
      {asking && saved && (
        <RekeyDialog card={saved} onConfirm={() => void store(false)} onCancel={() => setAsking(false)} />
      )}
    </form>
  );
}
