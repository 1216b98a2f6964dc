import { SUBJECT_LIMIT, type TemplateDetail, type TextFaultView } from '@forewarn/core/mail-templates/model';
import { useFormat } from '@forewarn/ui/format';
import { Paper, Stack, Textarea, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { ToneNote } from '../../app/tone-note.tsx';
import { FaultList } from './fault-list.tsx';
import { Preview } from './preview.tsx';
import { SaveBar } from './save-bar.tsx';
import classes from './templates.module.css';
import { useTemplatesText } from './text.ts';
import { usePreview } from './use-preview.ts';
import { Variables } from './variables.tsx';
import { Versions } from './versions.tsx';

/** What the mail says, what is wrong with it, and how it looks, side by side. */
export function Editor({ template }: { template: TemplateDetail }) {
  const t = useTemplatesText();
  const format = useFormat();
  const [text, setText] = useState({ subject: template.subject, body: template.body });
  const subject = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLTextAreaElement>(null);
  const [inSubject, setInSubject] = useState(false);
  const { preview, stale } = usePreview(template, text);
  const faults = preview?.faults ?? [];
  const changed = text.subject !== template.subject || text.body !== template.body;

  const insert = (name: string) => {
    const field = inSubject ? 'subject' : 'body';
    const element = inSubject ? subject.current : body.current;
    const from = element?.selectionStart ?? text[field].length;
    const to = element?.selectionEnd ?? from;
    const written = `{{${name}}}`;
    setText({ ...text, [field]: text[field].slice(0, from) + written + text[field].slice(to) });
    requestAnimationFrame(() => {
      element?.focus();
      element?.setSelectionRange(from + written.length, from + written.length);
    });
  };
  const show = ({ field, line, column }: TextFaultView) => {
    const element = field === 'subject' ? subject.current : body.current;
    const lines = text[field].split('\n').slice(0, line - 1);
    const at = lines.reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
    element?.focus();
    element?.setSelectionRange(at, Math.min(at + 1, text[field].length));
  };
  return (
    <Stack gap="md">
      {template.state.fault && !template.state.builtIn && template.state.faultTime && (
        <ToneNote tone="danger" title={t.faulty}>
          {t.faultNote(format.time(template.state.faultTime, 'dated'))}
        </ToneNote>
      )}
      <div className={classes.split}>
        <Stack gap="md" miw={0}>
          <Paper p="lg">
            <Stack gap="md">
              <TextInput
                ref={subject}
                label={t.subject}
                value={text.subject}
                maxLength={SUBJECT_LIMIT}
                error={faults.some(({ field }) => field === 'subject')}
                onFocus={() => setInSubject(true)}
                onChange={({ currentTarget }) => setText({ ...text, subject: currentTarget.value })}
              />
              <Textarea
                ref={body}
                className={classes.body}
                label={t.body}
                description={t.bodyHint}
                value={text.body}
                autosize
                minRows={14}
                maxRows={28}
                spellCheck={false}
                error={faults.some(({ field }) => field === 'body')}
                onFocus={() => setInSubject(false)}
                onChange={({ currentTarget }) => setText({ ...text, body: currentTarget.value })}
              />
              <FaultList faults={faults} onShow={show} />
            </Stack>
          </Paper>
          <Variables template={template} onInsert={insert} />
        </Stack>
        <div className={classes.preview}>
          <Preview mail={preview?.mail} stale={stale} />
        </div>
      </div>
      <Versions template={template} text={text} onTake={setText} />
      <SaveBar
        template={template}
        text={text}
        changed={changed}
        blocked={faults.length > 0}
        onDiscard={() => setText({ subject: template.subject, body: template.body })}
      />
    </Stack>
  );
}
