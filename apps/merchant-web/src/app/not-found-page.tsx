import { EmptyState } from '@forewarn/ui/feedback';
import { Button } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useAppText } from './i18n/index.ts';

export function NotFoundPage() {
  const { notFound } = useAppText();
  return (
    <main>
      <EmptyState
        order={1}
        icon={<IconMapOff size={24} />}
        title={notFound.title}
        text={notFound.text}
        action={
          <Button component={Link} to="/alerts">
            {notFound.action}
          </Button>
        }
      />
    </main>
  );
}
