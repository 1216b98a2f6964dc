import type { EvidenceFile } from '@forewarn/core/alerts/model';
import { formatSize } from '@forewarn/ui/format';
import { useLocale } from '@forewarn/ui/i18n';
import { ActionIcon, Button, Group, Progress, Text } from '@mantine/core';
import { IconAlertTriangle, IconFileTypePdf, IconPhoto, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { isTransient } from '../../app/problem/read-error.ts';
import { useSentenceOf } from '../../app/problem/use-sentence-of.ts';
import classes from './evidence.module.css';
import { EvidenceThumbnail } from './evidence-thumbnail.tsx';
import type { PhotoChange } from './prepare-photo.ts';
import { useEvidenceText } from './text/index.ts';
import { isUnderWay, type Upload } from './use-evidence.ts';

interface ItemProps {
  icon: ReactNode;
  name: string;
  size: number;
  children?: ReactNode;
  actions: ReactNode;
}

function Item({ icon, name, size, children, actions }: ItemProps) {
  const locale = useLocale();
  return (
    <li className={classes.item}>
      {icon}
      <div>
        <Text size="sm" className={classes.name ?? ''}>
          {name}{' '}
          <Text span size="xs" c="dimmed" className="fw-tabular">
            {formatSize(size, locale)}
          </Text>
        </Text>
        {children}
      </div>
      <Group gap={4} wrap="nowrap">
        {actions}
      </Group>
    </li>
  );
}

interface RemoveProps {
  name: string;
  busy?: boolean;
  disabled?: boolean;
  onRemove: () => void;
}

function Remove({ name, busy = false, disabled = false, onRemove }: RemoveProps) {
  const text = useEvidenceText();
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={40}
      aria-label={text.remove(name)}
      loading={busy}
      disabled={disabled}
      onClick={onRemove}
    >
      <IconX size={18} aria-hidden />
    </ActionIcon>
  );
}

function TypeIcon({ type }: { type: string }) {
  const Icon = type === 'application/pdf' ? IconFileTypePdf : IconPhoto;
  return (
    <span className={classes.thumb}>
      <Icon size={22} aria-hidden color="var(--mantine-color-dimmed)" />
    </span>
  );
}

interface StoredItemProps {
  file: EvidenceFile;
  alertId: number;
  /** What the page made of it before it was sent. */
  change: PhotoChange | undefined;
  busy: boolean;
  disabled: boolean;
  onRemove: () => void;
}

/** A file that is with the alert. */
export function StoredItem({ file, alertId, change, busy, disabled, onRemove }: StoredItemProps) {
  const text = useEvidenceText();
  return (
    <Item
      icon={<EvidenceThumbnail alertId={alertId} file={file} />}
      name={file.fileName}
      size={file.size}
      actions={<Remove name={file.fileName} busy={busy} disabled={disabled} onRemove={onRemove} />}
    >
      {change && (
        <Text size="xs" c="dimmed">
          {text.changes[change]}
        </Text>
      )}
    </Item>
  );
}

interface UploadItemProps {
  upload: Upload;
  onRetry: () => void;
  onCancel: () => void;
  onDismiss: () => void;
}

/** A file on its way, or one that didn't get there and why. */
export function UploadItem({ upload, onRetry, onCancel, onDismiss }: UploadItemProps) {
  const text = useEvidenceText();
  const { file } = upload;
  if (isUnderWay(upload))
    return (
      <Item
        icon={<TypeIcon type={file.type} />}
        name={file.name}
        size={file.size}
        actions={
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            aria-label={text.cancelOf(file.name)}
            onClick={onCancel}
          >
            {text.cancel}
          </Button>
        }
      >
        <UploadProgress name={file.name} progress={upload.progress} />
      </Item>
    );
  return (
    <Item
      icon={
        <span className={classes.thumb}>
          <IconAlertTriangle size={22} aria-hidden color="var(--mantine-color-error)" />
        </span>
      }
      name={file.name}
      size={file.size}
      actions={
        <>
          {upload.fault === undefined && isTransient(upload.error) && (
            <Button variant="subtle" size="compact-sm" aria-label={text.retryOf(file.name)} onClick={onRetry}>
              {text.retry}
            </Button>
          )}
          <Remove name={file.name} onRemove={onDismiss} />
        </>
      }
    >
      <Trouble upload={upload} />
    </Item>
  );
}

function UploadProgress({ name, progress }: { name: string; progress: number | null }) {
  const text = useEvidenceText();
  const percent = Math.floor((progress ?? 0) * 100);
  const state = progress === null ? text.waiting : percent < 100 ? text.uploading(percent) : text.storing;
  return (
    <>
      <Text size="xs" c="dimmed" className="fw-tabular">
        {state}
      </Text>
      <Progress value={percent} size="sm" mt={4} aria-label={name} />
    </>
  );
}

function Trouble({ upload }: { upload: Upload }) {
  const text = useEvidenceText();
  const sentenceOf = useSentenceOf();
  return (
    <Text size="xs" c="var(--mantine-color-error)" role="alert">
      {upload.fault ? text.faults[upload.fault] : sentenceOf(upload.error)}
    </Text>
  );
}
