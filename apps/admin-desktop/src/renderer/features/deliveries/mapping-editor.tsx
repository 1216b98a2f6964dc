import {
  type DeliveryPreview,
  type FieldMapping,
  FieldPath,
  MAPPED_FIELDS,
  type MappedField,
  type Mapping,
  SaveMappingInput,
} from '@forewarn/core/deliveries/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { useFormat } from '@forewarn/ui/format';
import {
  ActionIcon,
  Autocomplete,
  Button,
  Group,
  NativeSelect,
  Paper,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../api.ts';
import { useProblem } from '../../app/use-problem.ts';
import { useFieldWords } from './field-words.ts';
import { usePreviewText } from './preview-text.ts';

interface MappingEditorProps {
  mapping: Mapping;
  preview: DeliveryPreview | undefined;
  /** What is being edited; undefined while it is what is saved. */
  draft: FieldMapping | undefined;
  onDraft: (draft: FieldMapping | undefined) => void;
}

const isMapped = (field: string): field is MappedField => MAPPED_FIELDS.some((one) => one === field);

/** Where an alert's fields are in the message: the missing ones first, each tried as it is entered. */
export function MappingEditor({ mapping, preview, draft, onDraft }: MappingEditorProps) {
  const t = usePreviewText().mapping;
  const words = useFieldWords();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const toProblem = useProblem();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const [added, setAdded] = useState<readonly MappedField[]>([]);
  const paths = draft ?? mapping.paths;
  const missing = (preview?.problems ?? []).map(({ path }) => path).filter(isMapped);
  const rows = MAPPED_FIELDS.filter(
    (field) => missing.includes(field) || added.includes(field) || paths[field] !== undefined,
  );
  const sound = Object.values(paths).every((path) => FieldPath.safeParse(path).success);
  const fine = SaveMappingInput.shape.reason.safeParse(reason).success;
  const save = useMutation(
    trpc.admin.deliveries.saveMapping.mutationOptions({
      onSuccess: async (saved) => {
        notifications.show({ message: t.saved(saved.version) });
        setReason('');
        setAsked(false);
        await cache.invalidateQueries(trpc.admin.deliveries.pathFilter());
        onDraft(undefined);
      },
    }),
  );
  const set = (field: MappedField, path: string | undefined) => {
    const { [field]: _, ...rest } = paths;
    // Stays in sight while it is being typed.
    setAdded((now) => (path === undefined ? now.filter((one) => one !== field) : [...new Set([...now, field])]));
    onDraft(path === undefined || path === '' ? rest : { ...rest, [field]: path });
  };
  const submit = () => {
    setAsked(true);
    if (fine && sound) save.mutate({ paths, version: mapping.version, reason });
  };
  return (
    <Paper p="md" component="section">
      <Stack gap="sm">
        <div>
          <Group justify="space-between">
            <Title order={2} size="h5">
              {t.title}
            </Title>
            <Text size="xs" c="dimmed">
              {t.version(mapping.version)}
            </Text>
          </Group>
          <Text size="xs" c="dimmed">
            {t.hint}
          </Text>
        </div>
        {rows.map((field) => (
          <Group key={field} wrap="nowrap" align="flex-end" gap="xs">
            <Autocomplete
              style={{ flex: 1 }}
              label={t.place(words.name(field))}
              placeholder={t.placeholder}
              value={paths[field] ?? ''}
              onChange={(value) => set(field, value.trim())}
              data={(preview?.places ?? []).map(({ path }) => path)}
              renderOption={({ option }) => (
                <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                  {option.value}{' '}
                  <Text span c="dimmed" size="xs">
                    {preview?.places.find(({ path }) => path === option.value)?.sample}
                  </Text>
                </Text>
              )}
              maxDropdownHeight={260}
              error={paths[field] && !FieldPath.safeParse(paths[field]).success ? t.fault : undefined}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={t.remove(words.name(field))}
              onClick={() => set(field, undefined)}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        <NativeSelect
          aria-label={t.add}
          value=""
          onChange={({ currentTarget: { value } }) => isMapped(value) && setAdded((now) => [...now, value])}
          data={[
            { value: '', label: `${t.add}…` },
            ...MAPPED_FIELDS.filter((field) => !rows.includes(field)).map((value) => ({
              value,
              label: `${words.name(value)} (${value})`,
            })),
          ]}
        />
        {draft && (
          <>
            <TextInput
              label={t.reason}
              description={t.reasonHint}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              error={asked && !fine ? t.reasonHint : undefined}
            />
            {save.error && <ErrorNote problem={toProblem(save.error)} />}
            <Group justify="flex-end">
              <Button variant="default" onClick={() => onDraft(undefined)}>
                {t.discard}
              </Button>
              <Button onClick={submit} loading={save.isPending} disabled={!sound}>
                {t.save}
              </Button>
            </Group>
          </>
        )}
        {mapping.versions.length > 0 && <History mapping={mapping} onRestore={onDraft} />}
      </Stack>
    </Paper>
  );
}

function History({ mapping, onRestore }: { mapping: Mapping; onRestore: (paths: FieldMapping) => void }) {
  const t = usePreviewText().mapping;
  const format = useFormat();
  return (
    <details>
      <summary style={{ cursor: 'pointer' }}>
        <Text span size="sm" c="dimmed">
          {t.history(mapping.versions.length)}
        </Text>
      </summary>
      <Stack gap="xs" mt="xs">
        {mapping.versions.map(({ version, savedBy, savedTime, reason, paths }) => (
          <Group key={version} justify="space-between" wrap="nowrap" align="flex-start">
            <div style={{ minWidth: 0 }}>
              <Text size="sm">{t.by(version, savedBy ?? '–', format.time(savedTime, 'short'))}</Text>
              <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                {reason}
                {Object.entries(paths).map(([field, path]) => ` · ${field} ← ${path}`)}
              </Text>
            </div>
            {version !== mapping.version && (
              <Button size="compact-xs" variant="default" onClick={() => onRestore(paths)}>
                {t.restore(version)}
              </Button>
            )}
          </Group>
        ))}
      </Stack>
    </details>
  );
}
