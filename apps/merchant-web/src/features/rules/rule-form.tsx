import type { Rule } from '@forewarn/core/response-rules/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { useT } from '@forewarn/ui/i18n';
import { Button, Divider, Group, Stack, Text, TextInput } from '@mantine/core';
import { ActionFields } from './action-fields.tsx';
import { ConditionFields } from './condition-fields.tsx';
import { RulePreview } from './rule-preview.tsx';
import { useRuleText } from './text.ts';
import { useRuleForm } from './use-rule-form.ts';

/** Which alerts, how many of them there are now, and what the rule does. */
export function RuleForm({ rule, onDone }: { rule: Rule | undefined; onDone: () => void }) {
  const { form: text } = useRuleText();
  const t = useT();
  const form = useRuleForm(rule, onDone);
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <Stack gap="md">
        <TextInput
          {...form.bind('name')}
          label={text.name}
          placeholder={text.namePlaceholder}
          value={form.values.name}
          onChange={(event) => form.set('name', event.currentTarget.value)}
          autoComplete="off"
          maxLength={60}
          data-autofocus
        />
        <Divider label={text.when} labelPosition="left" />
        <ConditionFields form={form} />
        <RulePreview values={form.values} />
        <Divider label={text.what} labelPosition="left" />
        <ActionFields form={form} />
        {form.problem && <ErrorNote problem={form.problem} />}
        <Text size="xs" c="dimmed">
          {rule?.state === 'ON' ? text.savedStill : text.savedOff}
        </Text>
        <Group justify="flex-end" gap="sm">
          <Button variant="subtle" color="gray" onClick={onDone} disabled={form.busy}>
            {t.cancel}
          </Button>
          <Button type="submit" loading={form.busy}>
            {text.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
