import { appError } from '../kernel/errors.ts';
import { query } from '../kernel/operation.ts';
import { iso } from '../kernel/time.ts';
import { builtInText, KIND_WORDS, rulesOf, variableWords } from '../notifications/index.ts';
import { TemplateDetail, TemplateRef, TemplateText, TemplateVersionRef } from './model.ts';
import { staffNames, versionsOf, versionText } from './store.ts';
import { knownKind, stateOf } from './template-state.ts';

/** One text as it is in force, what it may name, and its versions. */
export const getTemplate = query('templates.get', {
  permission: 'template:update',
  summary: 'Shows one mail’s text in one language, its variables and its versions.',
  input: TemplateRef,
  output: TemplateDetail,
}).run(async (ctx, ref) => {
  const kind = knownKind(ref.kind);
  const versions = await versionsOf(ctx, ref);
  const names = await staffNames(
    ctx,
    versions.map(({ createdBy }) => createdBy),
  );
  const own = builtInText(kind, ref.locale);
  const [newest] = versions;
  const text = newest && (await versionText(ctx, ref, newest.version));
  const { variables, links, said } = rulesOf(kind);
  return {
    ...ref,
    name: KIND_WORDS[kind].name[ctx.locale],
    group: KIND_WORDS[kind].group,
    subject: text?.subject ?? own.subject,
    body: text?.body ?? own.body,
    state: stateOf(newest, names),
    builtInText: own,
    variables: variables.map(({ name, url }) => {
      const { about, sample } = variableWords(kind, name);
      return {
        name,
        about: about[ctx.locale],
        sample: sample[ref.locale].replace('{origin}', ctx.ports.publicUrl),
        url,
        required: links.includes(name) || said.includes(name),
      };
    }),
    versions: versions.map(({ version, builtIn, note, createdBy, createdTime }) => ({
      version,
      builtIn: Number(builtIn) === 1,
      note,
      by: names.get(createdBy) ?? createdBy,
      at: iso(createdTime),
    })),
  };
});

/** A former version's text, to compare with or to take up again; version 0 is the built-in one. */
export const getTemplateVersion = query('templates.version', {
  permission: 'template:update',
  summary: 'Shows the text of one version of a mail; version 0 is the built-in text.',
  input: TemplateVersionRef,
  output: TemplateText,
}).run(async (ctx, { kind: given, locale, version }) => {
  const kind = knownKind(given);
  const own = builtInText(kind, locale);
  if (version === 0) return { kind, locale, version, ...own };
  const row = await versionText(ctx, { kind, locale }, version);
  if (!row) throw appError('TEMPLATE_NOT_FOUND');
  return { kind, locale, version, subject: row.subject ?? own.subject, body: row.body ?? own.body };
});
