import { errorMessage } from '@forewarn/core/kernel/error-messages';
import { expect, test } from 'vitest';
import { splitMessage } from './split-message.ts';

test('the first sentence becomes the title', () => {
  expect(splitMessage(errorMessage('CONFLICT', 'en'))).toEqual([
    'Someone has just changed this',
    'Refresh and try again.',
  ]);
  expect(splitMessage(errorMessage('ALERT_ALREADY_ANSWERED', 'zh-CN'))).toEqual([
    '该预警已经提交过处理结果，不能重复提交',
    '请刷新查看结果。',
  ]);
});

test('one sentence alone stays text, and a point inside a word ends nothing', () => {
  expect(splitMessage('内容刚被他人修改，请刷新后重试。')).toBeUndefined();
  expect(splitMessage('See docs/v1.2 for more.')).toBeUndefined();
});
