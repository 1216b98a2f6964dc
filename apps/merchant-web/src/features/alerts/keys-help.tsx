import { useT } from '@forewarn/ui/i18n';
import { ActionIcon, Modal } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import classes from './list.module.css';
import { useViewText } from './text/index.ts';

interface KeysHelpProps {
  opened: boolean;
  onChange: (opened: boolean) => void;
}

/** The keys of the list, and the button that shows them. */
export function KeysHelp({ opened, onChange }: KeysHelpProps) {
  const { keys } = useViewText();
  const t = useT();
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        aria-label={keys.open}
        title={`${keys.open} (?)`}
        onClick={() => onChange(true)}
      >
        <IconKeyboard size={20} stroke={1.75} />
      </ActionIcon>
      <Modal
        opened={opened}
        onClose={() => onChange(false)}
        title={keys.title}
        closeButtonProps={{ 'aria-label': t.close }}
        size="sm"
      >
        <dl className={classes.keys}>
          {keys.list.map(([names, does]) => (
            <div key={does}>
              <dt>
                {names.map((name) => (
                  <kbd key={name} className={classes.key}>
                    {name}
                  </kbd>
                ))}
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </Modal>
    </>
  );
}
