import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** A path of somebody's own machine, which means nothing to a reader. */
const MACHINE_PATH =
  /(?<![\w.~:/-])\/(?:work|opt\/node\d*|tmp\/(?:wt|brief)|home\/[a-z]\w*|Users\/[A-Za-z]\w*)(?=[/\s)`"'，。]|$)/;

/**
 * What is wrong with the Markdown files: links to files or headings that don't exist, machine paths, and a pair of
 * READMEs in two languages that have drifted apart.
 * @param root   directory the paths are relative to
 * @param files  paths of all the repository's files
 * @returns problems as `file:line: text`
 */
export function checkDocs(root, files) {
  const pages = files.filter((file) => file.endsWith('.md'));
  const problems = pages.flatMap((page) => checkPage(root, page));
  return [...problems, ...comparePair(root, 'README.md', 'README.zh-CN.md')];
}

function checkPage(root, page) {
  return proseLines(readFileSync(join(root, page), 'utf8')).flatMap(({ text, number, isCode }) => {
    const at = `${page}:${number}`;
    const machine = text.match(MACHINE_PATH);
    const found = machine ? [`${at}: path of a single machine: ${machine[0]}`] : [];
    if (isCode) return found;
    return [
      ...found,
      ...linksIn(text)
        .map((link) => brokenLink(root, page, link))
        .filter(Boolean)
        .map((why) => `${at}: ${why}`),
    ];
  });
}

function brokenLink(root, page, link) {
  if (/^[a-z][a-z0-9+.-]*:/i.test(link) || link.startsWith('//')) return undefined;
  const [path = '', anchor] = decodeURI(link).split('#');
  const target = path === '' ? page : normalize(path.startsWith('/') ? path.slice(1) : join(dirname(page), path));
  if (target.startsWith('..')) return `link leaves the repository: ${link}`;
  if (!existsSync(join(root, target))) return `link to nowhere: ${link}`;
  if (anchor && target.endsWith('.md') && !anchorsOf(readFileSync(join(root, target), 'utf8')).has(anchor))
    return `no such heading: ${link}`;
  return undefined;
}

/** Both READMEs must have the same headings, level by level, so that neither language gets less. */
function comparePair(root, first, second) {
  if (!existsSync(join(root, first)) && !existsSync(join(root, second))) return [];
  const missing = [first, second].filter((file) => !existsSync(join(root, file)));
  if (missing.length > 0) return missing.map((file) => `${file}: missing`);
  const levels = (file) =>
    headingsIn(readFileSync(join(root, file), 'utf8'))
      .map(({ level }) => level)
      .join(' ');
  return levels(first) === levels(second)
    ? []
    : [`${second}: its headings (levels ${levels(second)}) differ from ${first} (${levels(first)})`];
}

const linksIn = (text) => {
  const plain = text.replace(/`[^`]*`/g, '');
  const inline = [...plain.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+["'][^)]*)?\)/g)].map((match) => match[1]);
  const reference = [...plain.matchAll(/^\s{0,3}\[[^\]]+\]:\s+<?(\S+?)>?(?:\s|$)/g)].map((match) => match[1]);
  const html = [...plain.matchAll(/\s(?:src|href)="([^"]+)"/g)].map((match) => match[1]);
  return [...inline, ...reference, ...html];
};

const headingsIn = (text) =>
  proseLines(text)
    .filter((line) => !line.isCode)
    .map((line) => line.text.match(/^(#{1,6})\s+(.*?)\s*#*$/))
    .filter(Boolean)
    .map((match) => ({ level: match[1].length, text: match[2] }));

/** GitHub's names for headings: lower case, punctuation dropped, blanks as hyphens, repeats numbered. */
function anchorsOf(text) {
  const seen = new Map();
  const anchors = headingsIn(text).map((heading) => {
    const words = heading.text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[`*]/g, '');
    const slug = words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}_\- ]/gu, '')
      .replace(/ /g, '-');
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  });
  const named = [...text.matchAll(/<a\s+(?:id|name)="([^"]+)"/g)].map((match) => match[1]);
  return new Set([...anchors, ...named]);
}

/** The lines with their numbers, those inside code fences marked. */
function proseLines(text) {
  let fence;
  return text.split('\n').map((line, index) => {
    const mark = line.match(/^\s*(```+|~~~+)/)?.[1];
    const isCode = fence !== undefined || mark !== undefined;
    if (mark && !fence) fence = mark;
    else if (mark?.startsWith(fence)) fence = undefined;
    return { text: line, number: index + 1, isCode };
  });
}
