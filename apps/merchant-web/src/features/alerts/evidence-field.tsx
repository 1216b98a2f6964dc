import { EVIDENCE_MAX_FILES } from '@forewarn/core/alerts/model';
import { Button, Input, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconCamera, IconPaperclip } from '@tabler/icons-react';
import { type DragEvent, useId, useRef, useState } from 'react';
import { useSentenceOf } from '../../app/problem/use-sentence-of.ts';
import classes from './evidence.module.css';
import { StoredItem, UploadItem } from './evidence-item.tsx';
import { EVIDENCE_ACCEPT } from './evidence-rules.ts';
import { useEvidenceText } from './text/index.ts';
import type { Evidence } from './use-evidence.ts';

interface EvidenceFieldProps {
  alertId: number;
  evidence: Evidence;
  required: boolean;
  error: string | undefined;
  disabled: boolean;
  /** Something was chosen or removed. */
  onTouch: () => void;
}

/** Files for the answer: chosen or dropped, uploaded at once, each with its state and a way out. */
export function EvidenceField({ alertId, evidence, required, error, disabled, onTouch }: EvidenceFieldProps) {
  const text = useEvidenceText();
  const sentenceOf = useSentenceOf();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const touch = useMediaQuery('(hover: none) and (pointer: coarse)', false, { getInitialValueInEffect: false });
  const { files, uploads } = evidence;
  const full = files.length >= EVIDENCE_MAX_FILES;

  function add(chosen: FileList | null): void {
    if (chosen && chosen.length > 0) evidence.add([...chosen]);
    onTouch();
  }

  return (
    <Stack gap={6} role="group" aria-labelledby={`${id}-label`} aria-describedby={`${id}-hint`}>
      <Input.Label id={`${id}-label`} component="span" required={required}>
        {required ? text.label : text.optional}
      </Input.Label>
      <Input.Description id={`${id}-hint`}>{text.hint}</Input.Description>
      <input
        ref={input}
        type="file"
        name="evidence"
        multiple
        hidden
        accept={EVIDENCE_ACCEPT}
        onChange={(event) => {
          add(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
      <DropZone disabled={disabled || full} faulty={error !== undefined} onDrop={add}>
        <Button
          variant="default"
          leftSection={<IconPaperclip size={16} aria-hidden />}
          disabled={disabled || full}
          data-fault={error === undefined ? undefined : true}
          aria-describedby={error === undefined ? `${id}-hint` : `${id}-error`}
          onClick={() => input.current?.click()}
        >
          {text.choose}
        </Button>
        {touch && (
          <>
            <input
              ref={camera}
              type="file"
              name="photo"
              hidden
              accept="image/*"
              capture="environment"
              onChange={(event) => {
                add(event.currentTarget.files);
                event.currentTarget.value = '';
              }}
            />
            <Button
              variant="default"
              leftSection={<IconCamera size={16} aria-hidden />}
              disabled={disabled || full}
              onClick={() => camera.current?.click()}
            >
              {text.camera}
            </Button>
          </>
        )}
      </DropZone>
      {error && (
        <Input.Error id={`${id}-error`} role="alert">
          {error}
        </Input.Error>
      )}
      {files.length + uploads.length > 0 && (
        <ul className={classes.list}>
          {files.map((file) => (
            <StoredItem
              key={file.id}
              file={file}
              alertId={alertId}
              change={evidence.changes[file.id]}
              busy={evidence.removing === file.id}
              disabled={disabled || evidence.removing !== undefined}
              onRemove={() => {
                evidence.remove(file);
                onTouch();
              }}
            />
          ))}
          {uploads.map((upload) => (
            <UploadItem
              key={upload.key}
              upload={upload}
              onRetry={() => evidence.retry(upload)}
              onCancel={() => evidence.cancel(upload.key)}
              onDismiss={() => evidence.dismiss(upload.key)}
            />
          ))}
        </ul>
      )}
      {evidence.removeError !== undefined && (
        <Text size="xs" c="var(--mantine-color-error)" role="alert">
          {sentenceOf(evidence.removeError)}
        </Text>
      )}
      <VisuallyHidden role="status">{files.length > 0 ? text.uploaded(files.length) : ''}</VisuallyHidden>
    </Stack>
  );
}

interface DropZoneProps {
  disabled: boolean;
  faulty: boolean;
  onDrop: (files: FileList) => void;
  children: React.ReactNode;
}

/** Takes files from a mouse; keyboard and touch have the button inside. */
function DropZone({ disabled, faulty, onDrop, children }: DropZoneProps) {
  const text = useEvidenceText();
  const [over, setOver] = useState(false);
  const ready = (event: DragEvent) => !disabled && event.dataTransfer.types.includes('Files');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside is the first.
    <div
      className={[classes.drop, over && classes.over, faulty && classes.faulty].filter(Boolean).join(' ')}
      onDragOver={(event) => {
        event.preventDefault();
        if (ready(event)) setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (ready(event)) onDrop(event.dataTransfer.files);
      }}
    >
      {children}
      <Text size="sm" c="dimmed" className={classes.dropHint ?? ''}>
        {over ? text.dropNow : text.drop}
      </Text>
    </div>
  );
}
