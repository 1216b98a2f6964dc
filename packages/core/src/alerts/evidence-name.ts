import type { EvidenceType } from './evidence-model.ts';

const EXTENSIONS: Record<EvidenceType, readonly [string, ...string[]]> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
};
const KNOWN = Object.values(EXTENSIONS).flat();
const LONGEST = 120;

/**
 * The name a file is shown and downloaded under. Folders, control and direction characters (`gpj.exe` read backwards) and what file
 * systems refuse go; an extension that contradicts the content is corrected, one that says nothing about it gets the right one behind.
 */
export function evidenceName(given: string, type: EvidenceType): string {
  const base = (given.split(/[/\\]/).at(-1) ?? '')
    .normalize('NFC')
    .replace(/\p{C}/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const [right] = EXTENSIONS[type];
  const found = /\.(\w{1,5})$/.exec(base)?.[1] ?? '';
  const extension = found.toLowerCase();
  const known = KNOWN.includes(extension);
  const stem = known ? base.slice(0, -found.length - 1) : base;
  const shown = EXTENSIONS[type].includes(extension) ? found : right;
  return `${[...stem].slice(0, LONGEST).join('').trim() || 'evidence'}.${shown}`;
}
