import { ActionIcon, Group, NativeSelect, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
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

/** Where one is in a list, and the way on. Fits 375 px. */
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
      <Group gap="xs">
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t.previousPage}
          disabled={page <= 1}
          onClick={() => onPage(page - 1)}
        >
          <IconChevronLeft size={16} />
        </ActionIcon>
        <Text size="sm" className="fw-tabular">
          {t.page(page, Math.max(pages, 1))}
        </Text>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t.nextPage}
          disabled={page >= pages}
          onClick={() => onPage(page + 1)}
        >
          <IconChevronRight size={16} />
        </ActionIcon>
      </Group>
    </Group>
  );
}
