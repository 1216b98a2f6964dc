import { z } from 'zod';
import { LOCALES } from '../kernel/locale.ts';
import { Instant } from '../kernel/time.ts';

export const TEMPLATE_GROUPS = ['ALERT', 'RESULT', 'STATUS', 'ALARM', 'ACCOUNT'] as const;
export type TemplateGroup = (typeof TEMPLATE_GROUPS)[number];
export const CHANNELS = ['MAIL', 'INBOX', 'CHAT'] as const;
export type Channel = (typeof CHANNELS)[number];

/** One mail in one language. An unknown kind answers `TEMPLATE_NOT_FOUND`. */
export const TemplateRef = z.object({ kind: z.string().max(32), locale: z.enum(LOCALES) });
export const TemplateVersionRef = TemplateRef.extend({ version: z.coerce.number<number | string>().int().min(0) });

export const SUBJECT_LIMIT = 200;
export const BODY_LIMIT = 20_000;
const text = { subject: z.string().max(SUBJECT_LIMIT), body: z.string().max(BODY_LIMIT) };

export const TemplateSave = TemplateRef.extend({
  ...text,
  /** The version that was read: 0 for the built-in text. */
  version: z.number().int().min(0),
  note: z.string().trim().max(200).default(''),
});
export const TemplateReset = TemplateRef.extend({
  version: z.number().int().min(0),
  note: z.string().trim().max(200).default(''),
});
export const TemplatePreviewInput = TemplateRef.extend(text);
export const TemplateSendTest = TemplatePreviewInput.extend({ to: z.email().max(100).nullable() });

/** How far a text has been edited: by its newest version. */
const Edited = z.object({
  /** 0: never edited. */
  version: z.number().int(),
  /** The built-in text is in force. */
  builtIn: z.boolean(),
  by: z.string().nullable(),
  at: Instant.nullable(),
  /** It could not be used for a mail, which went out in the built-in words instead. */
  fault: z.string().nullable(),
  faultTime: Instant.nullable(),
});

export const TemplateList = z.object({
  records: z.array(
    z.object({
      kind: z.string(),
      name: z.string(),
      group: z.enum(TEMPLATE_GROUPS),
      texts: z.array(Edited.extend({ locale: z.enum(LOCALES) })),
      channels: z.array(z.enum(CHANNELS)),
      /** Those it could go to, and those it goes to in any case. */
      channelChoice: z.array(z.enum(CHANNELS)),
      channelsAlways: z.array(z.enum(CHANNELS)),
    }),
  ),
});
export type TemplateRow = z.output<typeof TemplateList>['records'][number];

export const TemplateVersion = z.object({
  version: z.number().int(),
  builtIn: z.boolean(),
  note: z.string(),
  by: z.string(),
  at: Instant,
});

export const TemplateDetail = TemplateRef.extend({
  name: z.string(),
  group: z.enum(TEMPLATE_GROUPS),
  subject: z.string(),
  body: z.string(),
  state: Edited,
  builtInText: z.object(text),
  variables: z.array(
    z.object({
      name: z.string(),
      about: z.string(),
      sample: z.string(),
      /** Its value is an address of ours: it may be linked to. */
      url: z.boolean(),
      required: z.boolean(),
    }),
  ),
  /** Newest first, at most fifty. */
  versions: z.array(TemplateVersion),
});
export type TemplateDetail = z.output<typeof TemplateDetail>;

export const TemplateText = TemplateVersionRef.extend(text).extend({ version: z.number().int() });

export const TextFaultView = z.object({
  field: z.enum(['subject', 'body']),
  line: z.number().int(),
  column: z.number().int(),
  message: z.string(),
});
export type TextFaultView = z.output<typeof TextFaultView>;

export const TemplatePreview = z.object({
  faults: z.array(TextFaultView),
  /** With sample values; null while there are faults. */
  mail: z.object({ subject: z.string(), html: z.string(), text: z.string() }).nullable(),
});

export const TemplateSaved = z.object({ version: z.number().int() });
export const TestSent = z.object({
  outcome: z.enum(['SENT', 'REFUSED', 'FAILED', 'UNKNOWN']),
  reply: z.string(),
  to: z.string(),
});

export const ChannelsUpdate = z.object({ kind: z.string().max(32), channels: z.array(z.enum(CHANNELS)).min(1).max(3) });
export const ChannelsOf = z.object({ kind: z.string(), channels: z.array(z.enum(CHANNELS)) });
