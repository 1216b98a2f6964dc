import { ErrorNote } from '@forewarn/ui/feedback';
import { Button, Progress, Stack, Text } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { type DragEvent, useRef, useState } from 'react';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import classes from './drop-zone.module.css';
import { useImportText } from './text.ts';
import { useUpload } from './use-import.ts';

/** Takes a spreadsheet: dropped, or chosen with the button, which keyboard and touch have alone. */
export function DropZone({ onRead }: { onRead: (id: string) => void }) {
  const { upload: text } = useImportText();
  const problemOf = useProblemOf();
  const upload = useUpload(onRead);
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const busy = upload.progress !== null;
  const ready = (event: DragEvent) => !busy && event.dataTransfer.types.includes('Files');
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file) void upload.send(file);
  };
  return (
    <Stack gap="sm">
      <input
        ref={input}
        type="file"
        name="spreadsheet"
        hidden
        accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside is the first. */}
      <div
        className={over ? `${classes.zone} ${classes.over}` : classes.zone}
        onDragOver={(event) => {
          event.preventDefault();
          if (ready(event)) setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          if (ready(event)) take(event.dataTransfer.files);
        }}
      >
        <Button
          leftSection={<IconUpload size={16} aria-hidden />}
          loading={busy}
          onClick={() => input.current?.click()}
        >
          {text.choose}
        </Button>
        <div>
          <Text size="sm">{over ? text.dropNow : text.drop}</Text>
          <Text size="xs" c="dimmed">
            {text.hint}
          </Text>
        </div>
      </div>
      {upload.progress !== null && <UploadProgress progress={upload.progress} />}
      {upload.tooLarge && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {text.tooLarge}
        </Text>
      )}
      {upload.error !== null && <ErrorNote problem={problemOf(upload.error)} />}
    </Stack>
  );
}

function UploadProgress({ progress }: { progress: number }) {
  const { upload: text } = useImportText();
  const percent = Math.round(progress * 100);
  const words = percent < 100 ? text.sending(percent) : text.checking;
  return (
    <div>
      <Text size="sm" role="status">
        {words}
      </Text>
      <Progress value={percent} animated={percent === 100} aria-label={words} mt={4} />
    </div>
  );
}
