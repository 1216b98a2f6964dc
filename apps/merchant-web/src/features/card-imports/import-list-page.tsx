import { ErrorNote } from '@forewarn/ui/feedback';
import { Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { saveFile } from '../../app/session/files.ts';
import { useSessionUser } from '../../app/session/session.ts';
import { TextLink } from '../../app/text-link.tsx';
import { usePageTitle } from '../../app/use-page-title.ts';
import { DropZone } from './drop-zone.tsx';
import { History } from './history.tsx';
import { useImportText } from './text.ts';
import { templatePath } from './use-import.ts';

/** a template, a place to drop the file, and what was imported before. */
export function ImportListPage() {
  const text = useImportText();
  const navigate = useNavigate();
  const user = useSessionUser();
  const mayImport = user?.permissions.includes('card:create') === true && !user.suspended;
  usePageTitle(text.page);
  return (
    <Stack gap="md">
      <div>
        <TextLink to="/cards">{text.backToCards}</TextLink>
        <Title order={1} size="h3" mt={4}>
          {text.heading}
        </Title>
        <Text c="dimmed" size="sm" maw={620}>
          {text.intro}
        </Text>
      </div>
      {mayImport && (
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
          <Template />
          <Paper p="md">
            <Stack gap="sm">
              <Title order={2} size="h5">
                {text.upload.title}
              </Title>
              <DropZone onRead={(id) => void navigate({ to: '/cards/import/$id', params: { id } })} />
            </Stack>
          </Paper>
        </SimpleGrid>
      )}
      <History />
    </Stack>
  );
}

function Template() {
  const { template: text } = useImportText();
  const problemOf = useProblemOf();
  const save = useMutation({
    mutationFn: (format: 'xlsx' | 'csv') => saveFile(templatePath(format), `forewarn-cards.${format}`),
  });
  return (
    <Paper p="md">
      <Stack gap="sm">
        <Title order={2} size="h5">
          {text.title}
        </Title>
        <Text size="sm">{text.text}</Text>
        <Group gap="sm">
          {(['xlsx', 'csv'] as const).map((format) => (
            <Button
              key={format}
              variant={format === 'xlsx' ? 'light' : 'default'}
              leftSection={<IconDownload size={16} aria-hidden />}
              loading={save.isPending && save.variables === format}
              onClick={() => save.mutate(format)}
            >
              {text[format]}
            </Button>
          ))}
        </Group>
        {save.isError && <ErrorNote problem={problemOf(save.error)} />}
      </Stack>
    </Paper>
  );
}
