import { EVIDENCE_MAX_BYTES } from '@forewarn/core/alerts/model';
import { expect, test } from 'vitest';
import { evidenceFault } from './evidence-rules.ts';

const file = (change: object) => ({ name: 'a.pdf', size: 1000, type: 'application/pdf', ...change });

test.each([
  [{}, 0, undefined],
  [{ name: 'IMG.JPG', type: 'image/jpeg' }, 9, undefined],
  [{ name: 'scan.PNG', type: '' }, 0, undefined],
  [{ name: 'no extension', type: 'image/png' }, 0, undefined],
  [{ name: 'a.docx', type: '' }, 0, 'type'],
  [{ name: 'a.heic', type: 'image/heic' }, 0, undefined],
  [{ name: 'a.gif', type: 'image/gif' }, 0, 'type'],
  [{ name: 'a.jpg', type: 'image/jpeg', size: EVIDENCE_MAX_BYTES + 1 }, 0, undefined],
  [{ size: 0 }, 0, 'empty'],
  [{ size: EVIDENCE_MAX_BYTES }, 0, undefined],
  [{ size: EVIDENCE_MAX_BYTES + 1 }, 0, 'tooLarge'],
  [{}, 10, 'tooMany'],
])('A-165 A-166 A-368 %j beside %d files: %s', (change, present, fault) => {
  expect(evidenceFault(file(change), present)).toBe(fault);
});
