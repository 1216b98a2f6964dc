import type { Card } from '@forewarn/core/cards/model';
import { useT } from '@forewarn/ui/i18n';
import { Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { trpc } from '../../api.ts';
import { CardForm } from './card-form.tsx';
import { isDraft } from './card-state.ts';
import { useCardText } from './text.ts';

interface FormDialogProps {
  card: Card | undefined;
  onClose: () => void;
  onSaved: (card: Card, enrolError: unknown) => void;
}

/** Closing it any way leaves what was typed as a draft. */
export function FormDialog({ card, onClose, onSaved }: FormDialogProps) {
  const { form } = useCardText();
  const t = useT();
  const phone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const profile = useQuery(trpc.profile.get.queryOptions({}, { staleTime: 60_000 }));
  return (
    <Modal
      opened
      onClose={onClose}
      title={card && !isDraft(card) ? form.editTitle : form.addTitle}
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
