import { type AlertView, VIEW_NAME_MAX } from '@forewarn/core/alert-views/model';
import { useT } from '@forewarn/ui/i18n';
import { ActionIcon, Button, Group, TextInput } from '@mantine/core';
import { IconArrowUp, IconPencil, IconStar, IconStarFilled, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import classes from './list-views.module.css';
import { fromSaved } from './saved-search.ts';
import { useViewText } from './text/index.ts';
import type { useViewActs } from './use-saved-views.ts';

interface ViewItemProps {
  view: AlertView;
  above: AlertView | undefined;
  views: readonly AlertView[];
  acts: ReturnType<typeof useViewActs>;
  onOpen: () => void;
}

/** One saved view, with what can be done to it. */
export function ViewItem({ view, above, views, acts, onOpen }: ViewItemProps) {
  const text = useViewText();
  const [mode, setMode] = useState<'show' | 'rename' | 'remove'>('show');
  const busy = acts.arrange.isPending || acts.remove.isPending || acts.rename.isPending;
  const defaultId = views.find(({ isDefault }) => isDefault)?.id ?? null;

  if (mode === 'rename') return <RenameItem view={view} acts={acts} onDone={() => setMode('show')} />;
  const icon = { variant: 'subtle', color: 'gray', size: 'lg', disabled: busy } as const;
  const raise = () => {
    const ids = views.map(({ id }) => id).filter((id) => id !== view.id);
    ids.splice(ids.indexOf(above?.id ?? 0), 0, view.id);
    acts.arrange.mutate({ ids, defaultId });
  };
  return (
    <li className={classes.item}>
      <Link from="/alerts" to="/alerts" search={fromSaved(view)} className={classes.itemLink ?? ''} onClick={onOpen}>
        {view.name}
      </Link>
      {mode === 'remove' ? (
        <RemoveSure
          view={view}
          busy={busy}
          onSure={() => acts.remove.mutate({ id: view.id })}
          onLeave={() => setMode('show')}
        />
      ) : (
        <>
          <ActionIcon
            {...icon}
            aria-label={view.isDefault ? text.noDefault(view.name) : text.makeDefault(view.name)}
            title={view.isDefault ? text.noDefault(view.name) : text.makeDefault(view.name)}
            aria-pressed={view.isDefault}
            onClick={() =>
              acts.arrange.mutate({ ids: views.map(({ id }) => id), defaultId: view.isDefault ? null : view.id })
            }
          >
            {view.isDefault ? <IconStarFilled size={16} /> : <IconStar size={16} />}
          </ActionIcon>
          <ActionIcon
            {...icon}
            disabled={busy || !above}
            aria-label={text.up(view.name)}
            title={text.up(view.name)}
            onClick={raise}
          >
            <IconArrowUp size={16} />
          </ActionIcon>
          <ActionIcon
            {...icon}
            aria-label={text.rename(view.name)}
            title={text.rename(view.name)}
            onClick={() => setMode('rename')}
          >
            <IconPencil size={16} />
          </ActionIcon>
          <ActionIcon
            {...icon}
            aria-label={text.remove(view.name)}
            title={text.remove(view.name)}
            onClick={() => setMode('remove')}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </>
      )}
    </li>
  );
}

interface RemoveSureProps {
  view: AlertView;
  busy: boolean;
  onSure: () => void;
  onLeave: () => void;
}

/** A second question in the same place: a view takes a minute to make again, not a dialog's worth. */
function RemoveSure({ view, busy, onSure, onLeave }: RemoveSureProps) {
  const text = useViewText();
  const t = useT();
  return (
    <Group gap={4} wrap="nowrap">
      <Button size="compact-sm" color="red" loading={busy} aria-label={text.removeSure(view.name)} onClick={onSure}>
        {text.removeShort}
      </Button>
      <Button size="compact-sm" variant="subtle" color="gray" autoFocus onClick={onLeave}>
        {t.cancel}
      </Button>
    </Group>
  );
}

interface RenameItemProps {
  view: AlertView;
  acts: ReturnType<typeof useViewActs>;
  onDone: () => void;
}

function RenameItem({ view, acts: { rename }, onDone }: RenameItemProps) {
  const text = useViewText();
  const t = useT();
  const [typed, setTyped] = useState(view.name);
  const name = typed.trim();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (name === view.name) return onDone();
    if (await rename.mutateAsync({ id: view.id, name }).catch(() => undefined)) onDone();
  };
  return (
    <li className={classes.item}>
      <form onSubmit={(event) => void submit(event)} style={{ flex: 1 }}>
        <Group gap={4} wrap="nowrap">
          <TextInput
            size="xs"
            flex={1}
            // The reader has just asked to write here.
            autoFocus
            aria-label={text.newName}
            maxLength={VIEW_NAME_MAX}
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          <Button type="submit" size="compact-sm" loading={rename.isPending} disabled={name === ''}>
            {t.save}
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={onDone}>
            {t.cancel}
          </Button>
        </Group>
      </form>
    </li>
  );
}
