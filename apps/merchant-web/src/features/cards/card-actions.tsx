import type { Card } from '@forewarn/core/cards/model';
import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { canChange, canEnrol } from './card-state.ts';
import { useCardText } from './text.ts';

export interface CardHandlers {
  /** The card whose enrolment is being submitted. */
  enrolling: number | undefined;
  /** A suspended merchant may look only. */
  readOnly: boolean;
  onEnrol: (card: Card) => void;
  onEdit: (card: Card) => void;
  onRemove: (card: Card) => void;
}

export function CardActions({ card, handlers }: { card: Card; handlers: CardHandlers }) {
  const text = useCardText();
  if (handlers.readOnly || !canChange(card)) return null;
  return (
    <Group gap="xs" wrap="nowrap" justify="flex-end">
      {canEnrol(card) && (
        <Button
          size="xs"
          variant="light"
          loading={handlers.enrolling === card.id}
          onClick={() => handlers.onEnrol(card)}
        >
          {card.status === 'FAILED' ? text.enrolAgain : text.enrol}
        </Button>
      )}
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={text.more(card.descriptor)}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => handlers.onEdit(card)}>
            {text.edit}
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => handlers.onRemove(card)}>
            {text.remove}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
