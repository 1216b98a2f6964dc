import type { Rule } from '@forewarn/core/response-rules/model';
import { useT } from '@forewarn/ui/i18n';
import { Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { RuleForm } from './rule-form.tsx';
import { useRuleText } from './text.ts';

export function RuleDialog({ rule, onClose }: { rule: Rule | undefined; onClose: () => void }) {
  const text = useRuleText();
  const t = useT();
  const phone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  return (
    <Modal
      opened
      onClose={onClose}
      title={rule ? text.editTitle : text.addTitle}
      size="lg"
      fullScreen={phone ?? false}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t.close }}
    >
      <RuleForm rule={rule} onDone={onClose} />
    </Modal>
  );
}
