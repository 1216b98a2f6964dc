import { Pager } from '@forewarn/ui/data';
import { Paper } from '@mantine/core';
import type { ReactNode } from 'react';

interface ListPaperProps {
  page: { total: number; pages: number; current: number; size: number };
  onChange: (change: { page?: number | undefined; size?: 10 | 20 | 50 }) => void;
  /** Shown when there is nothing. */
  empty: ReactNode;
  children: ReactNode;
}

const asSize = (size: number) => (size === 10 || size === 50 ? size : 20);

/** A table on its sheet with the pager below, or what to say when it is empty. */
export function ListPaper({ page, onChange, empty, children }: ListPaperProps) {
  if (page.total === 0) return <Paper>{empty}</Paper>;
  return (
    <>
      <Paper style={{ overflow: 'hidden' }}>{children}</Paper>
      <Pager
        page={page.current}
        pages={page.pages}
        total={page.total}
        size={page.size}
        onPage={(next) => onChange({ page: next })}
        onSize={(size) => onChange({ size: asSize(size), page: undefined })}
      />
    </>
  );
}
