import type { AuditEntry } from '@forewarn/core/platform/model';
import { CopyableText } from '@forewarn/ui/data';
import { useFormat } from '@forewarn/ui/format';
import { useStaffLabels, useT } from '@forewarn/ui/i18n';
import { Drawer, Stack } from '@mantine/core';
import { CodeBlock } from '../../app/code-block.tsx';
import { Facts } from '../../app/facts.tsx';
import { actorKindName } from './actor-kind.ts';
import { useAuditText } from './text.ts';

/** One entry with its particulars. */
export function EntryDrawer({ entry, onClose }: { entry: AuditEntry | undefined; onClose: () => void }) {
  const t = useAuditText();
  const words = useT();
  const kinds = useStaffLabels().actorKind;
  const format = useFormat();
  const empty = entry === undefined || Object.keys(entry.detail).length === 0;
  return (
    <Drawer
      opened={entry !== undefined}
      onClose={onClose}
      position="right"
      size={560}
      title={entry && t.detail(entry.id)}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      {entry && (
        <Stack gap="lg">
          <Facts
            items={[
              { label: t.column.at, value: format.time(entry.at, 'exact') },
              { label: t.column.actor, value: `${entry.actorName} · ${actorKindName(entry.actorKind, kinds)}` },
              { label: t.column.action, value: entry.action },
              { label: t.column.target, value: [entry.targetType, entry.targetId].filter(Boolean).join(' ') },
              { label: t.column.result, value: entry.result === 'OK' ? t.ok : entry.result },
              { label: t.column.ip, value: entry.ip },
              { label: t.requestId, value: <CopyableText text={entry.requestId} label={t.requestId} />, wide: true },
            ]}
          />
          <CodeBlock title={t.facts} text={empty ? null : JSON.stringify(entry.detail)} none={t.none} />
        </Stack>
      )}
    </Drawer>
  );
}
