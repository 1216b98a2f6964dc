import type { Locale } from '../kernel/locale.ts';

/** What a variable holds and an example, for whoever writes a text. */
interface VariableWords {
  about: Record<Locale, string>;
  sample: Record<Locale, string>;
}

const word = (zh: string, en: string, sample: string, sampleEn = sample): VariableWords => ({
  about: { 'zh-CN': zh, en },
  sample: { 'zh-CN': sample, en: sampleEn },
});
const TIME = '2026-11-22 19:00 (Asia/Shanghai)';
const LINK = '{origin}/accept?code=sample';

/** By name; the same name means the same in every kind, unless it stands in {@link OF_KIND}. `{origin}` becomes our public address. */
const WORDS: Record<string, VariableWords> = {
  alertId: word('预警编号', 'Alert number', 'ETH-20261122-0001'),
  alertTime: word('预警时间，按收件人时区', 'When the alert came, in the reader’s zone', TIME),
  amount: word('交易金额', 'Amount of the transaction', '1,299.00'),
  currency: word('币种', 'Currency', 'USD'),
  riskLevel: word('风险等级', 'Risk level', '高', 'High'),
  deadline: word('处理截止时间，按收件人时区', 'Answer by, in the reader’s zone', '2026-11-23 19:00 (Asia/Shanghai)'),
  loginUrl: word('打开对应页面的链接', 'Link to the page it is about', '{origin}/alerts/1024'),
  plan: word(
    '哪条规则将在何时自动处理；没有规则时为空',
    'Which rule will answer, what and when; empty when none will',
    '如果您没有先处理，规则“小额退款”将于 2026-11-23 18:00 (Asia/Shanghai) 自动处理为“申请退款（全额）”。',
    'Unless you answer first, your rule “Small refunds” answers “Refund (in full)” at 2026-11-23 18:00 (Asia/Shanghai).',
  ),
  rule: word('规则名称', 'Name of the rule', '小额退款', 'Small refunds'),
  next: word(
    '还需要做什么',
    'What is left to do',
    '请立即在您的收单平台完成这笔退款。',
    'Make this refund at your acquirer now.',
  ),
  action: word('处理方式', 'The answer', '申请退款', 'Refund'),
  refund: word('退款金额', 'Refund', '1,299.00 USD'),
  reason: word('处理原因', 'Reason given', '客户未收到货', 'The customer did not receive the goods'),
  submittedTime: word('提交时间', 'When it was submitted', TIME),
  state: word('送达状态说明', 'What happened to it', '尚未送达，仍在重试。', 'has not arrived yet; we keep trying.'),
  failure: word('未送达原因', 'Why it failed', '服务暂时不可用', 'The service is not available for now'),
  left: word('距截止还剩多久', 'How long there is', '5 小时', '5 hours'),
  answerUrl: word(
    '不登录直接答复的链接（一次性）；不能直接答复时为登录处理的链接',
    'Link to answer without signing in (works once), or to the alert',
    '{origin}/answer?token=sample',
  ),
  answerHint: word('上述链接的文字', 'The words of that link', '不登录，直接答复', 'Answer without signing in'),
  by: word('同事姓名', 'The colleague who writes', '李敏', 'Li Min'),
  whom: word('收件人姓名', 'Reader’s name', '张晓', 'Zhang Xiao'),
  note: word('备注内容', 'The note', '请核实是否已退款', 'Please check whether it was refunded'),
  due: word('两小时内到期的数量', 'Due within two hours', '2'),
  alerts: word(
    '预警清单',
    'The alerts, a line each',
    'ETH-20261122-0001 · 云帆贸易 · 1,299.00 USD',
    'ETH-20261122-0001 · Yunfan Trading · 1,299.00 USD',
  ),
  sentTime: word('发送时间', 'When it was sent', TIME),
  vendor: word('机器人所属服务', 'Chat service', '飞书', 'Feishu'),
  reply: word('对方的答复', 'What it answered', 'keywords not in content'),
  week: word('统计周', 'The week', '2026-11-16 – 2026-11-22'),
  received: word('收到的预警', 'Alerts received', '12'),
  answered: word('已处理', 'Answered', '10'),
  expired: word('逾期未处理', 'Not answered in time', '1'),
  refunded: word('退款金额（按币种）', 'Refunded, by currency', '1,299.00 USD'),
  open: word('目前待处理', 'Open now', '1'),
  enrolled: word('报备成功的数量', 'Enrolments that succeeded', '297'),
  failures: word(
    '失败的授权卡与原因，每行一张',
    'What failed and why, a line each',
    'NORTH*SHOP: 描述符过于通用',
    'NORTH*SHOP: too generic',
  ),
  failedCards: word('未成功的报备', 'Enrolments that failed', '0'),
  unmatched: word('未匹配商户的数量', 'Unmatched alerts', '3'),
  held: word('待核对归属的数量', 'Held alerts', '1'),
  unreadable: word('无法读取的推送数量', 'Deliveries that could not be read', '0'),
  total: word('合计', 'Together', '4'),
  descriptor: word('账单描述符', 'Descriptor', 'YUNFAN TRADE SHENZHEN'),
  cardKey: word(
    '授权卡识别信息（BIN、CAID 或 ARN）',
    'What the card is known by (BIN, CAID or ARN)',
    '发卡行 BIN 411111 · CAID 174030076543219',
    'issuer BIN 411111 · CAID 174030076543219',
  ),
  result: word('报备结果', 'Result of the enrolment', '成功', 'succeeded'),
  explanation: word(
    '结果说明与下一步',
    'Explanation and next step',
    '此后该描述符的预警会发送给您。',
    'Alerts come from now on.',
  ),
  company: word('公司名称', 'Company', '云帆贸易', 'Yunfan Trading'),
  name: word('收件人姓名', 'Reader’s name', '张晓', 'Zhang Xiao'),
  url: word('操作链接（一次性）', 'Link to act by (works once)', LINK),
  link: word('操作链接（一次性）', 'Link to act by (works once)', LINK),
  inviter: word('邀请人', 'Who invites', '李敏', 'Li Min'),
  role: word('角色', 'Role', '处理员', 'handler'),
  roles: word('角色', 'Roles', '平台管理员', 'Platform admin'),
  server: word('服务器地址', 'Server address', '{origin}'),
  code: word('邀请码', 'Invitation code', 'SAMPLE-ONLY-0123456789'),
  newEmail: word('新邮箱（部分隐藏）', 'New address (masked)', 'ne***@example.com'),
  time: word('时间', 'Time', TIME),
  when: word('时间', 'When', TIME),
  where: word('网络地址', 'Network address', '203.0.113.7'),
  device: word('设备', 'Device', 'Chrome · Windows'),
  settings: word('安全设置页地址', 'Address of the security settings', '{origin}/profile/security'),
  what: word('告警内容', 'What looks wrong', '从新的网络登录', 'Sign-in from a new network'),
  who: word('涉及人员', 'Who', '王强', 'Wang Qiang'),
  problem: word('发现的问题', 'What was found', '链接缺失', 'A link is missing'),
  entry: word('审计记录编号', 'Audit entry', '18204'),
  problems: word('不符之处数量', 'What doesn’t fit', '1'),
  checked: word('已校验数量', 'Entries verified', '18,233'),
};

const OF_KIND: Record<string, VariableWords> = {
  'admin.due expired': word('24 小时内已过期的数量', 'Expired in the last 24 hours', '1'),
  'admin.due deadline': word('最早的处理截止', 'Earliest deadline', TIME),
  'admin.due unplaced': word('其中未送达任何商户的数量', 'Of these, never with a merchant', '1'),
  'admin.queue-due due': word('约两小时内到期的数量', 'Due within about two hours', '12'),
  'admin.queue-due total': word('截止前仍待处理的数量', 'Waiting, with time left', '60'),
  'admin.queue-due deadline': word('最早的处理截止', 'Earliest deadline', TIME),
  'admin.queue-due left': word('距最早截止还剩多久', 'Time left until then', '1 小时 55 分钟', '1 h 55 min'),
  'admin.queue-due alerts': word(
    '按描述符列出，每行一个',
    'By descriptor, a line each',
    '2026-11-22 19:00 (Asia/Shanghai)  YUNFAN TRADE  × 41',
  ),
  'admin.queue-due link': word('打开待办队列的链接', 'Link to the work queue', 'forewarn://queue'),
  'channel.off name': word('机器人名称', 'Name of the robot', '客服群', 'Support group'),
  'digest.weekly deadline': word('最近的处理截止', 'Next deadline', '2026-11-23 19:00 (Asia/Shanghai)'),
  'audit.broken link': word('校验链上的位置', 'Place in the chain', '18190'),
};

/** Words for a variable of a kind; one without words of its own (a new kind's) is shown by its name. */
export function variableWords(kind: string, name: string): VariableWords {
  return OF_KIND[`${kind} ${name}`] ?? WORDS[name] ?? word(name, name, name);
}

export function hasWords(kind: string, name: string): boolean {
  return `${kind} ${name}` in OF_KIND || name in WORDS;
}

/** Values to preview a kind with. */
export function sampleValues(
  kind: string,
  names: readonly string[],
  locale: Locale,
  publicUrl: string,
): Record<string, string> {
  return Object.fromEntries(
    names.map((name) => [name, variableWords(kind, name).sample[locale].replace('{origin}', publicUrl)]),
  );
}
