import type { Card } from '@forewarn/core/cards/model';
import { ActionIcon, Button, Checkbox, Group, Menu } from '@mantine/core';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { canChange, canEnrol, isDraft } from './card-state.ts';
import { useCardText } from './text.ts';

export interface CardHandlers {
  /** The card whose enrolment is being submitted. */
  enrolling: number | undefined;
  /** A suspended merchant may look only. */
  readOnly: boolean;
  selected: ReadonlySet<number>;
  onSelect: (card: Card, selected: boolean) => void;
  onEnrol: (card: Card) => void;
  onEdit: (card: Card) => void;
  onRemove: (card: Card) => void;
}

interface CardPartProps {
  card: Card;
  handlers: CardHandlers;
}

export function CardSelect({ card, handlers }: CardPartProps) {
  const text = useCardText();
  if (handlers.readOnly || !canChange(card)) return null;
  return (
    <Checkbox
      aria-label={text.select(card.descriptor || text.unnamed)}
      checked={handlers.selected.has(card.id)}
      onChange={(event) => handlers.onSelect(card, event.currentTarget.checked)}
    />
  );
}

export function CardActions({ card, handlers }: CardPartProps) {
  const text = useCardText();
  if (handlers.readOnly || !canChange(card)) return null;
  return (
    <Group gap="xs" wrap="nowrap" justify="flex-end">
      {isDraft(card) && (
        <Button size="xs" variant="light" onClick={() => handlers.onEdit(card)}>
          {text.goOn}
        </Button>
      )}
      {canEnrol(card) && (
        <Button
          size="xs"
          variant="light"
          loading={handlers.enrolling === card.id}
          onClick={() => handlers.onEnrol(card)}
        >
          {card.state === 'REJECTED' ? text.enrolAgain : text.enrol}
        </Button>
      )}
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={text.more(card.descriptor || text.unnamed)}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => handlers.onEdit(card)}>
            {text.edit}
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => handlers.onRemove(card)}>
            {isDraft(card) ? text.removeDraft : text.remove}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
