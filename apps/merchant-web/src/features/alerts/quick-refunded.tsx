import type { AnswerAction } from '@forewarn/core/alerts/model';
import { toneStyle } from '@forewarn/ui/data';
import { Button, Stack, Text } from '@mantine/core';
import classes from './detail.module.css';
import { useQuickText, useRelatedText } from './text/index.ts';

interface QuickRefundedProps {
  onInstead: (action: AnswerAction) => void;
}

/** A link's refund was stopped because the transaction was refunded before: the answers that fit instead; to refund again one signs in. */
export function QuickRefunded({ onInstead }: QuickRefundedProps) {
  const { refundedBefore } = useQuickText();
  const { dialog } = useRelatedText();
  return (
    <div className={classes.note} style={toneStyle('warning')} role="alert">
      <div className={classes.noteTitle}>{dialog.title}</div>
      <Text size="sm" mt={2} mb="sm">
        {refundedBefore}
      </Text>
      <Stack gap="xs">
        <Button onClick={() => onInstead('INVALID_DUPLICATE')}>{dialog.instead}</Button>
        <Button variant="default" onClick={() => onInstead('INVALID_REFUNDED_BEFORE')}>
          {dialog.insteadBefore}
        </Button>
      </Stack>
    </div>
  );
}
