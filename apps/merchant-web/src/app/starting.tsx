import { Center, Loader } from '@mantine/core';
import { useAppText } from './i18n/index.ts';

/** The app itself is on its way. */
export function Starting() {
  return (
    <Center mih="60vh">
      <Loader type="dots" aria-label={useAppText().starting} role="status" />
    </Center>
  );
}
