import fc from 'fast-check';
import { expect, it } from 'vitest';
import { EVIDENCE_TYPES } from './evidence-model.ts';
import { evidenceName } from './evidence-name.ts';

it.each([
  ['receipt.pdf', 'application/pdf', 'receipt.pdf'],
  ['IMG_0001.JPG', 'image/jpeg', 'IMG_0001.JPG'],
  ['photo.jpeg', 'image/jpeg', 'photo.jpeg'],
  ['签收单 2026.11.pdf', 'application/pdf', '签收单 2026.11.pdf'],
  ['photo.png', 'image/jpeg', 'photo.jpg'],
  ['invoice.exe', 'application/pdf', 'invoice.exe.pdf'],
  ['invoice 2026.11', 'application/pdf', 'invoice 2026.11.pdf'],
  ['noextension', 'image/png', 'noextension.png'],
  ['../../etc/passwd', 'image/png', 'passwd.png'],
  ['C:\\Users\\a\\scan.pdf', 'application/pdf', 'scan.pdf'],
  ['a\r\nSet-Cookie: x.pdf', 'application/pdf', 'aSet-Cookie_ x.pdf'],
  ['invoice\u202efdp.exe', 'application/pdf', 'invoicefdp.exe.pdf'],
  ['what?"<x>|*.pdf', 'application/pdf', 'what___x___.pdf'],
  ['.pdf', 'application/pdf', 'pdf.pdf'],
  ['...', 'image/png', 'evidence.png'],
  ['', 'image/png', 'evidence.png'],
  [`${'x'.repeat(500)}.pdf`, 'application/pdf', `${'x'.repeat(120)}.pdf`],
] as const)('A-165 %j that is %s is called %j', (given, type, expected) => {
  expect(evidenceName(given, type)).toBe(expected);
});

it('A-165 any name becomes one that is safe to show, to store and to save', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...EVIDENCE_TYPES), (given, type) => {
      const name = evidenceName(given, type);
      expect(name).toMatch(/^[^/\\\p{C}<>:"|?*]+\.(pdf|jpe?g|png)$/iu);
      expect([...name].length).toBeLessThanOrEqual(125);
      expect(evidenceName(name, type)).toBe(name);
    }),
  );
});
