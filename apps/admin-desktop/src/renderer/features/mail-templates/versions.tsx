import type { TemplateDetail } from '@forewarn/core/mail-templates/model';
import { ToneBadge } from '@forewarn/ui/data';
import { useFormat } from '@forewarn/ui/format';
import { useT } from '@forewarn/ui/i18n';
import { Button, Group, Paper, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../api.ts';
import { QueryView } from '../../app/query-view.tsx';
import { type DiffLine, lineDiff } from './line-diff.ts';
import classes from './templates.module.css';
import { useTemplatesText } from './text.ts';

interface MailText {
  subject: string;
  body: string;
}
interface VersionsProps {
  template: TemplateDetail;
  /** What stands in the editor. */
  text: MailText;
  onTake: (text: MailText) => void;
}

/** Who wrote what and when; each can be compared with what stands in the editor, and taken up again. */
export function Versions({ template, text, onTake }: VersionsProps) {
  const t = useTemplatesText();
  const format = useFormat();
  const [shown, setShown] = useState<number>();
  const rows = [...template.versions, { version: 0, builtIn: true, note: '', by: '', at: '' }];
  return (
    <Paper p="lg" component="section" aria-label={t.versions}>
      <Stack gap="sm">
        <div>
          <Title order={2} size="h5">
            {t.versions}
          </Title>
          <Text size="xs" c="dimmed">
            {t.versionsHint}
          </Text>
        </div>
        {rows.map(({ version, builtIn, note, by, at }) => (
          <Stack key={version} gap="xs">
            <Group justify="space-between" gap="sm">
              <Group gap="xs">
                <Text size="sm" fw={550}>
                  {t.version(version)}
                </Text>
                {version === template.state.version && <ToneBadge tone="positive">{t.current}</ToneBadge>}
                {version > 0 && builtIn && <ToneBadge tone="neutral">{t.toBuiltIn}</ToneBadge>}
                {by && (
                  <Text size="xs" c="dimmed">
                    {by} · {format.time(at, 'dated')}
                    {note && ` · ${note}`}
                  </Text>
                )}
              </Group>
              <Button
                size="compact-xs"
                variant="default"
                aria-expanded={shown === version}
                onClick={() => setShown(shown === version ? undefined : version)}
              >
                {shown === version ? t.stop : t.compare}
              </Button>
            </Group>
            {shown === version && <Comparison template={template} version={version} text={text} onTake={onTake} />}
          </Stack>
        ))}
      </Stack>
    </Paper>
  );
}

function Comparison({ template: { kind, locale }, version, text, onTake }: VersionsProps & { version: number }) {
  const t = useTemplatesText();
  const words = useT();
  const trpc = useTRPC();
  const former = useQuery(trpc.admin.templates.version.queryOptions({ kind, locale, version }));
  return (
    <QueryView query={former}>
      {({ subject, body }) => {
        const same = subject === text.subject && body === text.body;
        return (
          <Stack gap="xs">
            <Group justify="space-between">
              <Text size="xs" c="dimmed">
                {same ? t.same : t.comparing(t.version(version))}
              </Text>
              {!same && (
                <Button
                  size="compact-xs"
                  variant="light"
                  onClick={() => {
                    onTake({ subject, body });
                    notifications.show({ message: t.taken, closeButtonProps: { 'aria-label': words.close } });
                  }}
                >
                  {t.take}
                </Button>
              )}
            </Group>
            {!same && <Diff lines={lineDiff(`${subject}\n\n${body}`, `${text.subject}\n\n${text.body}`)} />}
          </Stack>
        );
      }}
    </QueryView>
  );
}

const SIGNS = { same: '', added: '+', removed: '−' } as const;

function Diff({ lines }: { lines: readonly DiffLine[] }) {
  const t = useTemplatesText();
  return (
    <section className={classes.diff} aria-label={t.compare}>
      {lines.map(({ kind, text }, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one comparison never move
          key={index}
          className={`${classes.line} ${kind === 'same' ? '' : classes[kind]}`}
        >
          <span>
            {SIGNS[kind]}
            {kind !== 'same' && <VisuallyHidden>{t.diff[kind]}</VisuallyHidden>}
          </span>
          <span>{text || ' '}</span>
        </div>
      ))}
    </section>
  );
}
