import type { TemplateDetail } from '@forewarn/core/mail-templates/model';
import { Code, Paper, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import classes from './templates.module.css';
import { useTemplatesText } from './text.ts';

/** What a text may name. */
export function Variables({ template, onInsert }: { template: TemplateDetail; onInsert: (name: string) => void }) {
  const t = useTemplatesText();
  return (
    <Paper p="lg" component="section" aria-label={t.variables}>
      <Stack gap="xs">
        <div>
          <Title order={2} size="h5">
            {t.variables}
          </Title>
          <Text size="xs" c="dimmed">
            {t.variablesHint}
          </Text>
        </div>
        <div className={classes.variables}>
          {template.variables.map(({ name, about, sample, required }) => (
            <UnstyledButton
              key={name}
              className={classes.variable}
              title={t.insert(name)}
              onClick={() => onInsert(name)}
            >
              <Code>{`{{${name}}}`}</Code>
              {required && (
                <Text span size="sm" c="red.8" fw={700}>
                  {' '}
                  *
                </Text>
              )}
              <Text size="xs">{about}</Text>
              <Text size="xs" c="dimmed" truncate>
                {t.example}
                {sample}
              </Text>
            </UnstyledButton>
          ))}
        </div>
      </Stack>
    </Paper>
  );
}
