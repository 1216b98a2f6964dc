import { Group, NativeSelect, Pagination, Text } from '@mantine/core';
import { useT } from '../i18n/hooks.ts';

export const PAGE_SIZES = [10, 20, 50] as const;

interface PagerProps {
  page: number;
  pages: number;
  total: number;
  size: number;
  onPage: (page: number) => void;
  onSize: (size: number) => void;
}

/** Where one is in a list, and the way on: by numbers, on a phone by the next and the last. Fits 375 px. */
export function Pager({ page, pages, total, size, onPage, onSize }: PagerProps) {
  const t = useT();
  return (
    <Group component="nav" justify="space-between" gap="sm" aria-label={t.pagination}>
      <Group gap="sm">
        <Text size="sm" c="dimmed" className="fw-tabular">
          {t.total(total)}
        </Text>
        <NativeSelect
          size="xs"
          aria-label={t.rowsPerPage}
          value={String(size)}
          onChange={(event) => onSize(Number(event.currentTarget.value))}
          data={PAGE_SIZES.map((option) => ({ value: String(option), label: t.rowsPerPageOption(option) }))}
        />
      </Group>
      <Pagination.Root total={Math.max(pages, 1)} value={page} onChange={onPage} size="md">
        <Group gap={6}>
          <Pagination.Previous aria-label={t.previousPage} />
          <Group gap={6} visibleFrom="xs">
            <Pagination.Items />
          </Group>
          <Text size="sm" className="fw-tabular" hiddenFrom="xs" px="xs">
            {t.page(page, Math.max(pages, 1))}
          </Text>
          <Pagination.Next aria-label={t.nextPage} />
        </Group>
      </Pagination.Root>
    </Group>
  );
}
