import type { Locale } from '../kernel/locale.ts';

/** What is told in the inbox alone: the reader asked for it and waits for no mail about it. */
export const OWN_KINDS = ['export.done', 'export.failed'] as const;
export type OwnKind = (typeof OWN_KINDS)[number];

export interface Worded {
  title: string;
  lines: string[];
}
type Facts = Readonly<Record<string, string>>;

export const isOwnKind = (kind: string): kind is OwnKind => OWN_KINDS.some((own) => own === kind);

/** `rows` with separators, `format`, `until` in the reader's zone, `most` where the file was cut; never what the filters were. */
export const OWN_WORDS: Record<OwnKind, Record<Locale, (facts: Facts) => Worded>> = {
  'export.done': {
    'zh-CN': ({ rows, format, until, most }) => ({
      title: `导出完成：${rows ?? '–'} 条预警（${format ?? '–'}）`,
      lines: [
        ...(most ? [`文件只包含其中 ${most} 条，其余请缩小筛选范围后再导出`] : []),
        `请在 ${until ?? '–'} 前下载，之后文件自动删除`,
      ],
    }),
    en: ({ rows, format, until, most }) => ({
      title: `Export ready: ${rows === '1' ? '1 alert' : `${rows ?? '–'} alerts`} (${format ?? '–'})`,
      lines: [
        ...(most ? [`There are more than the file’s ${most}; narrow the filters to export the rest`] : []),
        `Download it before ${until ?? '–'}; the file is deleted then`,
      ],
    }),
  },
  'export.failed': {
    'zh-CN': ({ format }) => ({
      title: `导出失败（${format ?? '–'}）`,
      lines: ['多次尝试后仍未成功，没有生成文件', '打开导出列表可用相同的筛选条件重新导出'],
    }),
    en: ({ format }) => ({
      title: `Export failed (${format ?? '–'})`,
      lines: [
        'It was tried several times and made no file',
        'Start it again with the same filters from the list of exports',
      ],
    }),
  },
};
