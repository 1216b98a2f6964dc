import type { DeliveryPreview, READ_FAULTS } from '@forewarn/core/deliveries/model';
import { useDictionary } from '@forewarn/ui/i18n';

type Fault = (typeof READ_FAULTS)[number];

const zhCN = {
  title: '试运行',
  hint: '按当前（或正在编辑的）字段映射读一遍，不会写入任何数据。',
  outcome: {
    NEW: '可以识别：将生成一条新预警',
    UPDATE: '可以识别：将更新已有预警',
    SAME: '可以识别：与已有预警内容相同，只会记录一次重复',
    STATUS: '可以识别：这是一条状态通知',
    UNREADABLE: '仍不能识别',
  } satisfies Record<DeliveryPreview['outcome'], string>,
  problems: '无法识别的字段',
  column: { field: '字段', expected: '应为', got: '实际', before: '现在', after: '处理后' },
  fault: { MISSING: '必填', TYPE: '文本或数字', FORM: '' } satisfies Record<Fault, string>,
  nothing: '没有此字段',
  fields: '字段对比',
  changedOnly: '只看有变化的',
  noChange: '没有字段变化。',
  openAlert: (alertId: string) => `查看预警 ${alertId}`,
  match: {
    title: '归属',
    unmatched: '没有商户匹配，将进入待处理队列',
    held: (merchant: string) => `${merchant || '多个商户'}：暂缓通知，待人工核对`,
    given: (merchant: string) => `归属 ${merchant}，并立即通知`,
  },
  mapping: {
    title: '字段映射',
    version: (version: number) => (version === 0 ? '未设置：按默认字段名识别' : `第 ${version} 版`),
    hint: '服务商换了字段名时，在这里指出每个字段在消息中的位置。只改名称，不改格式；对今后的推送立即生效，已隔离的需重新处理。',
    place: (field: string) => `${field}在消息中的位置`,
    placeholder: '字段名，多级用点分隔',
    add: '添加字段',
    addHint: '选择要指定位置的字段',
    remove: (field: string) => `不再指定${field}的位置`,
    fault: '请填写字段名，多级之间用点分隔，例如 data.amount。',
    reason: '修改理由',
    reasonHint: '写入审计日志，2–500 字',
    save: '保存映射',
    saved: (version: number) => `字段映射已保存为第 ${version} 版`,
    discard: '放弃修改',
    history: (count: number) => `历史版本（${count}）`,
    by: (version: number, who: string, at: string) => `第 ${version} 版 · ${who} · ${at}`,
    restore: (version: number) => `填入第 ${version} 版`,
    unsaved: '映射有未保存的修改：上面的试运行已按修改后的映射，但重新处理仍按已保存的映射。',
  },
  alike: {
    label: (count: number) => `同时重新处理另外 ${count} 条同样原因的推送`,
    progress: (done: number, all: number) => `已排队 ${done} / ${all}`,
    done: (count: number) => `${count} 条已排队，稍后即处理`,
    failed: (id: number) => `推送 #${id}`,
  },
};
const en: typeof zhCN = {
  title: 'Dry run',
  hint: 'Read by the mapping that holds, or by the one being edited. Nothing is written.',
  outcome: {
    NEW: 'It can be read: a new alert will come of it',
    UPDATE: 'It can be read: its alert will change',
    SAME: 'It can be read: it says what the alert says already, and counts as a repetition',
    STATUS: 'It can be read: a status message',
    UNREADABLE: 'It still can’t be read',
  },
  problems: 'Fields that can’t be read',
  column: { field: 'Field', expected: 'Expected', got: 'Got', before: 'Now', after: 'Afterwards' },
  fault: { MISSING: 'required', TYPE: 'text or a number', FORM: '' },
  nothing: 'no such field',
  fields: 'Field by field',
  changedOnly: 'Changes alone',
  noChange: 'No field changes.',
  openAlert: (alertId) => `Open alert ${alertId}`,
  match: {
    title: 'Whose',
    unmatched: 'No merchant fits: it will wait in the queue',
    held: (merchant) => `${merchant || 'Several merchants'}: held until a person has looked`,
    given: (merchant) => `Goes to ${merchant}, which is told at once`,
  },
  mapping: {
    title: 'Field mapping',
    version: (version) => (version === 0 ? 'Not set: fields are read under their own names' : `Version ${version}`),
    hint: 'When the provider renames fields, say here where each is in the message. It changes names, not formats; it holds for deliveries from now on, and those set aside have to be processed again.',
    place: (field) => `Where ${field} is in the message`,
    placeholder: 'a name; dots where it is nested',
    add: 'Add a field',
    addHint: 'Choose the field whose place you know',
    remove: (field) => `Forget where ${field} is`,
    fault: 'Enter the field’s name; with dots where it is nested, such as data.amount.',
    reason: 'Reason for the change',
    reasonHint: 'Kept in the audit log, 2–500 characters',
    save: 'Save mapping',
    saved: (version) => `Saved as version ${version}`,
    discard: 'Discard',
    history: (count) => `Former versions (${count})`,
    by: (version, who, at) => `Version ${version} · ${who} · ${at}`,
    restore: (version) => `Fill in version ${version}`,
    unsaved: 'The mapping isn’t saved: the dry run above goes by your changes, processing goes by what is saved.',
  },
  alike: {
    label: (count) =>
      count === 1
        ? 'Also process the other delivery that fails the same way'
        : `Also process the other ${count} deliveries that fail the same way`,
    progress: (done, all) => `${done} of ${all} queued`,
    done: (count) => `${count} queued; they will be processed in a moment`,
    failed: (id) => `Delivery #${id}`,
  },
};

export const usePreviewText = () => useDictionary({ 'zh-CN': zhCN, en });
