import type { TemplatePreview } from '@forewarn/core/mail-templates/model';
import { Group, Paper, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { z } from 'zod';
import { styleNonce } from '../../app/nonce.ts';
import { previewPage } from './preview-page.ts';
import classes from './templates.module.css';
import { useTemplatesText } from './text.ts';

type Mail = z.output<typeof TemplatePreview>['mail'];
const LOOKS = ['light', 'dark', 'text'] as const;

/** The mail with sample data, as a light and a dark client show it, on a desk and on a phone; and its plain text. */
export function Preview({ mail, stale }: { mail: Mail | undefined; stale: boolean }) {
  const t = useTemplatesText();
  const [look, setLook] = useState<string>('light');
  const [width, setWidth] = useState('640');
  return (
    <Paper p="lg" component="section" aria-label={t.preview}>
      <Stack gap="sm">
        <Group justify="space-between" gap="sm">
          <div>
            <Title order={2} size="h5">
              {t.preview}
            </Title>
            <Text size="xs" c="dimmed">
              {t.previewHint}
            </Text>
          </div>
          <Group gap="xs">
            <SegmentedControl
              size="xs"
              aria-label={t.look.label}
              value={look}
              onChange={setLook}
              data={LOOKS.map((value) => ({ value, label: t.look[value] }))}
            />
            <SegmentedControl
              size="xs"
              aria-label={t.width.label}
              value={width}
              onChange={setWidth}
              data={[
                { value: '640', label: t.width.wide },
                { value: '375', label: t.width.narrow },
              ]}
            />
          </Group>
        </Group>
        {mail ? (
          <div className={classes.mail} style={{ opacity: stale ? 0.55 : 1 }}>
            <Text size="sm" fw={600} className={classes.subject}>
              {mail.subject}
            </Text>
            {look === 'text' ? (
              <pre className={classes.plain} style={{ maxWidth: Number(width) }}>
                {mail.text}
              </pre>
            ) : (
              <iframe
                key={look}
                title={t.frame}
                sandbox=""
                srcDoc={previewPage(mail.html, styleNonce(), look === 'dark')}
                className={classes.frame}
                style={{ width: Number(width), colorScheme: look }}
              />
            )}
          </div>
        ) : (
          <Text size="sm" c="dimmed" py="xl" ta="center">
            {t.noPreview}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}
