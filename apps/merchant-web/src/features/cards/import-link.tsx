import { IconTableImport } from '@tabler/icons-react';
import { ButtonLink } from '../../app/button-link.tsx';
import { useCardText } from './text.ts';

/** The way to enrol hundreds of cards at once. */
export function ImportLink() {
  const text = useCardText();
  return (
    <ButtonLink to="/cards/import" variant="default" leftSection={<IconTableImport size={16} aria-hidden />}>
      {text.importMany}
    </ButtonLink>
  );
}
