import {
  type CardImportDetail,
  FIELD_WORDS,
  IMPORT_FIELDS,
  type ImportField,
  ImportMap,
} from '@forewarn/core/card-imports/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { useLocale } from '@forewarn/ui/i18n';
import { Button, Group, NativeSelect, Paper, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { useId, useState } from 'react';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { useImportText } from './text.ts';
import { useMapImport } from './use-import.ts';

type Mapping = CardImportDetail['mapping'];

/** What a file must say: a descriptor, and a BIN unless it is about RDR. An address has a default. */
function isMissing(mapping: Mapping, field: ImportField): boolean {
  if (mapping[field] !== null) return false;
  return field === 'descriptor' || (field === 'cardBin' && mapping.acquirerBin === null && mapping.arn === null);
}
const isComplete = (mapping: Mapping) => !IMPORT_FIELDS.some((field) => isMissing(mapping, field));

/** Which column is which field, with some of what stands in it. Folded away while the guess is complete. */
export function ColumnForm({ one, readOnly }: { one: CardImportDetail; readOnly: boolean }) {
  const { columns: text } = useImportText();
  const [open, setOpen] = useState(!isComplete(one.mapping));
  const id = useId();
  return (
    <Paper p="md">
      <Group justify="space-between" gap="xs">
        <Title order={2} size="h5">
          {text.title}
        </Title>
        <Button variant="subtle" size="xs" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          {open ? text.hide : text.show}
        </Button>
      </Group>
      <div id={id}>{open ? <Fields one={one} readOnly={readOnly} /> : <Summary one={one} />}</div>
    </Paper>
  );
}

function Summary({ one }: { one: CardImportDetail }) {
  const { columns: text } = useImportText();
  const locale = useLocale();
  const used = IMPORT_FIELDS.filter((field) => one.mapping[field] !== null || isMissing(one.mapping, field));
  const parts = used.map((field) => {
    const column = one.mapping[field];
    const header = column === null ? undefined : one.columns[column]?.header;
    return `${FIELD_WORDS[field].label[locale]}: ${header ?? text.unchosen}`;
  });
  return (
    <Text size="sm" c="dimmed">
      {parts.join(' · ')}
    </Text>
  );
}

function Fields({ one, readOnly }: { one: CardImportDetail; readOnly: boolean }) {
  const { columns: text } = useImportText();
  const locale = useLocale();
  const problemOf = useProblemOf();
  const map = useMapImport();
  const [mapping, setMapping] = useState(one.mapping);
  const [defaultEmail, setDefaultEmail] = useState(one.defaultEmail);
  const fixed = one.importedRows > 0;
  const validEmail = ImportMap.shape.defaultEmail.safeParse(defaultEmail.trim()).success;
  const choices = one.columns.map(({ header }, column) => ({ value: String(column), label: header }));
  const hint = (field: ImportField) => {
    const column = mapping[field];
    if (column === null) return undefined;
    const samples = one.columns[column]?.samples ?? [];
    return samples.length > 0 ? text.sample(samples.map((sample) => sample.slice(0, 40)).join(' / ')) : text.noSample;
  };
  return (
    <Stack gap="md" mt="xs">
      <Text size="sm" c="dimmed">
        {fixed ? text.fixed : text.text}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="md">
        {IMPORT_FIELDS.map((field) => (
          <NativeSelect
            key={field}
            label={FIELD_WORDS[field].label[locale]}
            withAsterisk={field === 'descriptor'}
            description={hint(field)}
            styles={{ description: { overflowWrap: 'anywhere' } }}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            disabled={fixed || readOnly}
            error={isMissing(mapping, field) ? text.required : undefined}
            value={mapping[field] === null ? '' : String(mapping[field])}
            data={[{ value: '', label: text.none }, ...choices]}
            onChange={(event) => {
              const { value } = event.currentTarget;
              setMapping((before) => ({ ...before, [field]: value === '' ? null : Number(value) }));
            }}
          />
        ))}
        <TextInput
          name="defaultEmail"
          type="email"
          label={text.defaultEmail}
          description={text.defaultEmailHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          disabled={readOnly}
          value={defaultEmail}
          error={validEmail ? undefined : text.emailError}
          onChange={(event) => setDefaultEmail(event.currentTarget.value)}
        />
      </SimpleGrid>
      {map.isError && <ErrorNote problem={problemOf(map.error)} />}
      {!readOnly && (
        <Group>
          <Button
            variant="light"
            disabled={!validEmail}
            loading={map.isPending}
            onClick={() => map.mutate({ id: one.id, defaultEmail: defaultEmail.trim(), ...(!fixed && { mapping }) })}
          >
            {text.apply}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
