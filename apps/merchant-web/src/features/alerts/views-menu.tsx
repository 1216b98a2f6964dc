import { VIEW_NAME_MAX, VIEWS_AT_MOST } from '@forewarn/core/alert-views/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { useT } from '@forewarn/ui/i18n';
import { Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import type { AlertSearch } from './list-search.ts';
import classes from './list-views.module.css';
import { fromSaved, isAsSaved, toSaved } from './saved-search.ts';
import { useViewText } from './text/index.ts';
import { useSavedViews, useViewActs } from './use-saved-views.ts';
import { ViewItem } from './view-item.tsx';

const route = getRouteApi('/shell/alerts');

/** The saved views to open, put in order and rename, and the current filters to save. */
export function ViewsMenu({ search, onClose }: { search: AlertSearch; onClose: () => void }) {
  const text = useViewText();
  const problemOf = useProblemOf();
  const views = useSavedViews();
  const acts = useViewActs();
  const failed = [acts.save, acts.rename, acts.remove, acts.arrange].find(({ isError }) => isError);
  return (
    <Stack gap="sm">
      <Title order={2} size="h6">
        {text.saved}
      </Title>
      {views.length === 0 ? (
        <Text size="sm" c="dimmed">
          {text.none}
        </Text>
      ) : (
        <ul className={classes.list}>
          {views.map((view, index) => (
            <ViewItem key={view.id} view={view} above={views[index - 1]} views={views} acts={acts} onOpen={onClose} />
          ))}
        </ul>
      )}
      <SaveForm search={search} acts={acts} onClose={onClose} />
      {failed && <ErrorNote problem={problemOf(failed.error)} />}
    </Stack>
  );
}

interface SaveFormProps {
  search: AlertSearch;
  acts: ReturnType<typeof useViewActs>;
  onClose: () => void;
}

function SaveForm({ search, acts: { save }, onClose }: SaveFormProps) {
  const text = useViewText();
  const t = useT();
  const views = useSavedViews();
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState('');
  const name = typed.trim();
  const open = views.find(({ id }) => id === search.saved);
  const replaces = views.some((view) => view.name === name);
  const full = views.length >= VIEWS_AT_MOST;

  const submit = async (under: string) => {
    const view = await save.mutateAsync({ name: under, search: toSaved(search) }).catch(() => undefined);
    if (!view) return;
    await navigate({ search: fromSaved(view), replace: true, resetScroll: false });
    onClose();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (name !== '') void submit(name);
  };
  return (
    <Stack gap="xs">
      {open && !isAsSaved(search, open.search) && (
        <Button variant="light" size="sm" loading={save.isPending} onClick={() => void submit(open.name)}>
          {text.update(open.name)}
        </Button>
      )}
      <form onSubmit={onSubmit}>
        <Stack gap="xs">
          <TextInput
            label={text.saveCurrent}
            aria-label={text.name}
            placeholder={text.namePlaceholder}
            maxLength={VIEW_NAME_MAX}
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
            {...(replaces ? { description: text.replaces } : full && { description: text.full })}
            inputWrapperOrder={['label', 'input', 'description']}
          />
          <Button
            type="submit"
            variant="default"
            size="sm"
            loading={save.isPending}
            disabled={name === '' || (full && !replaces)}
          >
            {t.save}
          </Button>
        </Stack>
      </form>
    </Stack>
  );
}
