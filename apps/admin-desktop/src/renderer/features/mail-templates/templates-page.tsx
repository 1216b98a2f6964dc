import { TEMPLATE_GROUPS, type TemplateRow } from '@forewarn/core/mail-templates/model';
import { type Column, DataTable, ToneBadge } from '@forewarn/ui/data';
import { ActionIcon, Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTRPC } from '../../api.ts';
import { Page } from '../../app/page.tsx';
import { QueryView } from '../../app/query-view.tsx';
import { ChannelsDialog } from './channels-dialog.tsx';
import { useTemplatesText } from './text.ts';

/** Every mail there is, by the document's types (A-232…A-235), with its state in both languages and its channels. */
export function MailTemplatesPage() {
  const t = useTemplatesText();
  const trpc = useTRPC();
  const [choosing, setChoosing] = useState<TemplateRow>();
  const columns = useColumns(setChoosing);
  const templates = useQuery(trpc.admin.templates.list.queryOptions({}));
  return (
    <Page title={t.title} hint={t.hint}>
      <QueryView query={templates}>
        {({ records }) => (
          <Stack gap="md">
            {TEMPLATE_GROUPS.map((group) => (
              <Paper key={group} p="lg" component="section" aria-label={t.group[group]}>
                <Stack gap="xs">
                  <Title order={2} size="h5">
                    {t.group[group]}
                  </Title>
                  <DataTable
                    label={t.group[group]}
                    columns={columns}
                    rows={records.filter((row) => row.group === group)}
                    rowKey={({ kind }) => kind}
                  />
                </Stack>
              </Paper>
            ))}
          </Stack>
        )}
      </QueryView>
      {choosing && <ChannelsDialog template={choosing} onClose={() => setChoosing(undefined)} />}
    </Page>
  );
}

function useColumns(onChannels: (row: TemplateRow) => void): Column<TemplateRow>[] {
  const t = useTemplatesText();
  const text = (locale: 'zh-CN' | 'en'): Column<TemplateRow> => ({
    key: locale,
    header: t.language[locale],
    width: 190,
    render: ({ kind, name, texts }) => {
      const state = texts.find((one) => one.locale === locale);
      const words = !state || state.builtIn ? t.builtIn : t.edited(state.version);
      return (
        <Group gap="xs">
          <Anchor
            size="sm"
            style={{ whiteSpace: 'nowrap' }}
            aria-label={t.open(words, name, t.language[locale])}
            renderRoot={(props) => <Link to="/mail-templates/$kind/$locale" params={{ kind, locale }} {...props} />}
          >
            {words}
          </Anchor>
          {state?.fault && !state.builtIn && <ToneBadge tone="danger">{t.faulty}</ToneBadge>}
        </Group>
      );
    },
  });
  return [
    {
      key: 'name',
      header: t.column.name,
      render: ({ name }) => (
        <Text size="sm" miw={150}>
          {name}
        </Text>
      ),
    },
    text('zh-CN'),
    text('en'),
    {
      key: 'channels',
      header: t.column.channels,
      width: 290,
      render: (row) => (
        <Group gap={6} wrap="nowrap">
          <Text size="sm" style={{ whiteSpace: 'nowrap' }} {...(row.channelChoice.length === 1 && { c: 'dimmed' })}>
            {row.channels.map((channel) => t.channel[channel]).join(' · ')}
          </Text>
          {row.channelChoice.length > 1 && (
            <ActionIcon
              variant="subtle"
              size="sm"
              aria-label={t.channels.edit(row.name)}
              onClick={() => onChannels(row)}
            >
              <IconPencil size={15} aria-hidden />
            </ActionIcon>
          )}
        </Group>
      ),
    },
  ];
}
