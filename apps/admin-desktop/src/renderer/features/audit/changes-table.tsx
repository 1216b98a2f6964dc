import type { AuditEntry } from '@forewarn/core/audit/model';
import { useT } from '@forewarn/ui/i18n';
import { Stack, Table, Title } from '@mantine/core';
import classes from './changes-table.module.css';
import { useFieldName } from './field-names.ts';
import { useAuditText } from './text.ts';
import { useValue } from './use-value.ts';

type Fields = Record<string, unknown>;
const fieldsOf = (value: unknown): Fields =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? { ...value } : {};

/** From and to, field by field; nothing where nothing changed. */
export function ChangesTable({ entry }: { entry: Pick<AuditEntry, 'detail' | 'targetType'> }) {
  const t = useAuditText();
  const { none } = useT();
  const nameOf = useFieldName();
  const show = useValue();
  const before = fieldsOf(entry.detail.before);
  const after = fieldsOf(entry.detail.after);
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  if (fields.length === 0) return null;
  return (
    <Stack gap="xs" component="section">
      <Title order={2} size="h5">
        {t.changes}
      </Title>
      <Table className={classes.table} aria-label={t.changes} withTableBorder>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t.field}</Table.Th>
            <Table.Th scope="col">{t.before}</Table.Th>
            <Table.Th scope="col">{t.after}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {fields.map((field) => (
            <Table.Tr key={field}>
              <Table.Th scope="row">{nameOf(field)}</Table.Th>
              <Table.Td className={classes.before}>{show(entry.targetType, field, before[field]) ?? none}</Table.Td>
              <Table.Td>{show(entry.targetType, field, after[field]) ?? none}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}
