import type { Channel } from '@forewarn/core/channels/model';
import { useT } from '@forewarn/ui/i18n';
import { Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { ChannelForm } from './channel-form.tsx';
import { useChannelText } from './channels-text.ts';

export function ChannelDialog({ channel, onClose }: { channel: Channel | undefined; onClose: () => void }) {
  const { form: text } = useChannelText();
  const t = useT();
  const phone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  return (
    <Modal
      opened
      onClose={onClose}
      title={channel ? text.editTitle : text.addTitle}
      size="lg"
      fullScreen={phone ?? false}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t.close }}
    >
      <ChannelForm channel={channel} onDone={onClose} />
    </Modal>
  );
}
