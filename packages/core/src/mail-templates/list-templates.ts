import { z } from 'zod';
import { LOCALES } from '../kernel/locale.ts';
import { query } from '../kernel/operation.ts';
import { channelChoice, channelsFor, KIND_WORDS, MAIL_KINDS, readChannelSetting } from '../notifications/index.ts';
import { TemplateList } from './model.ts';
import { newestVersions, staffNames } from './store.ts';
import { stateOf } from './template-state.ts';

/** Every mail the product sends, by the document's four types and accounts, with how far its texts have been edited (A-232…A-235). */
export const listTemplates = query('templates.list', {
  permission: 'template:update',
  summary: 'Lists the mails there are, with the state of their texts and the channels they go to.',
  input: z.object({}),
  output: TemplateList,
}).run(async (ctx) => {
  const [rows, setting] = await Promise.all([newestVersions(ctx), readChannelSetting(ctx.db)]);
  const names = await staffNames(
    ctx,
    rows.map(({ createdBy }) => createdBy),
  );
  const newest = new Map(rows.map((row) => [`${row.kind} ${row.locale}`, row]));
  return {
    records: MAIL_KINDS.map((kind) => {
      const { choice, always } = channelChoice(kind);
      return {
        kind,
        name: KIND_WORDS[kind].name[ctx.locale],
        group: KIND_WORDS[kind].group,
        texts: LOCALES.map((locale) => ({ locale, ...stateOf(newest.get(`${kind} ${locale}`), names) })),
        channels: [...channelsFor(kind, setting)],
        channelChoice: [...choice],
        channelsAlways: [...always],
      };
    }),
  };
});
