import type { Card } from '@forewarn/core/cards/model';
import { Pager } from '@forewarn/ui/data';
import { EmptyState, ErrorNote, ErrorState, ListSkeleton } from '@forewarn/ui/feedback';
import { useT } from '@forewarn/ui/i18n';
import { Alert, Button, Group, Modal, Paper, Stack, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconCreditCard, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { trpc } from '../../api.ts';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { useSessionUser } from '../../app/session/session.ts';
import { usePageTitle } from '../../app/use-page-title.ts';
import type { CardHandlers } from './card-actions.tsx';
import { CardForm } from './card-form.tsx';
import { CardStack, CardTable } from './card-list.tsx';
import { isUnderWay } from './card-state.ts';
import { CoverageGaps } from './coverage-gaps.tsx';
import { ExportMenu } from './export-menu.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { useCardText } from './text.ts';
import { useEnrolCard } from './use-card-mutations.ts';

const route = getRouteApi('/shell/cards');
/** While an enrolment is under way, its result is asked for this often. */
const WATCH_EVERY = 3000;

type Open = { kind: 'form'; card: Card | undefined } | { kind: 'remove'; card: Card };

export function CardsPage() {
  const text = useCardText();
  const problemOf = useProblemOf();
  const { page, size } = route.useSearch();
  const navigate = route.useNavigate();
  const user = useSessionUser();
  const readOnly = !user || user.suspended || !user.permissions.includes('card:update');
  const compact = useMediaQuery('(max-width: 62em)', undefined, { getInitialValueInEffect: false });
  const [open, setOpen] = useState<Open>();
  const [enrolError, setEnrolError] = useState<unknown>(null);
  const enrol = useEnrolCard();
  usePageTitle(text.page);
  const list = useQuery(
    trpc.cards.list.queryOptions(
      { page, size },
      { refetchInterval: ({ state }) => (state.data?.records.some(isUnderWay) ? WATCH_EVERY : false) },
    ),
  );

  const add = () => setOpen({ kind: 'form', card: undefined });
  const close = () => setOpen(undefined);
  const handlers: CardHandlers = {
    enrolling: enrol.isPending ? Number(enrol.variables.id) : undefined,
    readOnly,
    onEnrol: (card) => {
      setEnrolError(null);
      enrol.mutate({ id: card.id });
    },
    onEdit: (card) => setOpen({ kind: 'form', card }),
    onRemove: (card) => setOpen({ kind: 'remove', card }),
  };
  const cards = list.data?.records ?? [];
  const isEmpty = list.data?.total === 0;
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start" gap="sm">
        <div>
          <Title order={1} size="h3">
            {text.heading}
          </Title>
          <Text c="dimmed" size="sm" maw={620}>
            {text.intro}
          </Text>
        </div>
        <Group gap="sm">
          {list.data && !isEmpty && <ExportMenu />}
          {!readOnly && list.data && !isEmpty && (
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
              {text.add}
            </Button>
          )}
        </Group>
      </Group>
      {enrolError !== null && (
        <Alert variant="outline" color="yellow" role="alert" withCloseButton onClose={() => setEnrolError(null)}>
          <Text size="sm">{text.enrolFailed}</Text>
          <Text size="sm">{problemOf(enrolError).text}</Text>
        </Alert>
      )}
      {enrol.isError && <ErrorNote problem={problemOf(enrol.error)} />}
      <CoverageGaps readOnly={readOnly} />
      {!list.data &&
        (list.isError ? (
          <ErrorState problem={problemOf(list.error)} onRetry={() => void list.refetch()} retrying={list.isFetching} />
        ) : (
          <ListSkeleton rows={4} />
        ))}
      {isEmpty && (
        <Paper>
          <EmptyState
            icon={<IconCreditCard size={24} />}
            title={text.empty.title}
            text={text.empty.text}
            action={!readOnly && <Button onClick={add}>{text.empty.action}</Button>}
          />
        </Paper>
      )}
      {cards.length > 0 &&
        (compact ? <CardStack cards={cards} handlers={handlers} /> : <CardTable cards={cards} handlers={handlers} />)}
      {list.data && list.data.total > 10 && (
        <Pager
          page={list.data.current}
          pages={list.data.pages}
          total={list.data.total}
          size={size}
          onPage={(next) => void navigate({ search: { page: next, size } })}
          onSize={(next) => void navigate({ search: { page: 1, size: next } })}
        />
      )}
      {open?.kind === 'form' && (
        <FormDialog
          card={open.card}
          onClose={close}
          onSaved={(_, error) => {
            setEnrolError(error);
            close();
          }}
        />
      )}
      {open?.kind === 'remove' && <RemoveDialog card={open.card} onClose={close} />}
    </Stack>
  );
}

interface FormDialogProps {
  card: Card | undefined;
  onClose: () => void;
  onSaved: (card: Card, enrolError: unknown) => void;
}

function FormDialog({ card, onClose, onSaved }: FormDialogProps) {
  const { form } = useCardText();
  const t = useT();
  const phone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const profile = useQuery(trpc.profile.get.queryOptions({}, { staleTime: 60_000 }));
  return (
    <Modal
      opened
      onClose={onClose}
      title={card ? form.editTitle : form.addTitle}
      size="lg"
      fullScreen={phone ?? false}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t.close }}
    >
      {!profile.isPending && (
        <CardForm card={card} email={profile.data?.email ?? ''} onSaved={onSaved} onCancel={onClose} />
      )}
    </Modal>
  );
}
