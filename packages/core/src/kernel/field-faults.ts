import type { Locale } from './locale.ts';

/** What can be wrong with one field beyond its shape. A schema names the fault as its message; the reader gets the text. */
const ZH = {
  PASSWORD_SHORT: '密码至少 8 个字符。',
  PASSWORD_LONG: '密码最多 200 个字符。',
  PASSWORD_LETTER: '密码须包含至少一个字母。',
  PASSWORD_DIGIT: '密码须包含至少一个数字。',
  PASSWORD_COMMON: '该密码过于常见，容易被猜中，请换一个。',
  PASSWORD_EMAIL: '密码不能包含您的邮箱名，请换一个。',
  PASSWORD_COMPANY: '密码不能包含公司名称，请换一个。',
  PASSWORD_SAME: '新密码与当前密码相同，请换一个。',
  EMAIL_SAME: '这就是您现在使用的邮箱。',
  PHONE_FORM: '请输入有效的电话号码，境外号码请以 + 和国家代码开头。',
  NAME_FORM: '名称中不能含有网址或控制字符。',
  TIME_ZONE: '请选择列表中的时区。',
  EMAIL_FORM: '请输入有效的邮箱，例如 name@company.com。',
  LENGTH: '内容过短或过长，请修改。',
  WEBHOOK_FORM: '请填写完整的机器人地址，以 https:// 开头。',
  WEBHOOK_VENDOR: '这不是所选平台的机器人地址，请从群机器人设置中复制完整的 Webhook 地址。',
  SECRET_UNUSED: '该平台的机器人没有签名密钥，请留空。',
  REQUIRED: '请填写此项。',
  CARD_BIN_FORM: '发卡行 BIN 须为 6–8 位数字。',
  ACQUIRER_BIN_FORM: '收单行 BIN 须为 6–8 位数字。',
  RDR_CAID_FORM: 'RDR 报备的 CAID 最多 16 个字符。',
  ARN_FORM: 'ARN 须为 23 位数字。',
  RDR_KEY: '请填写收单行 BIN 与 CAID，或者填写 ARN。',
  OTHER_PROGRAM: '该字段不属于所选的预警类型，请留空。',
  SENDER_HOST: '请填写服务器的主机名或 IP，例如 smtp.example.com，不含端口和协议。',
  SENDER_PORT: '请填写 1 到 65535 之间的端口。',
  SENDER_URL: '请填写邮件服务的地址，例如 https://mail.example.com，不含查询参数。',
  SENDER_PLAIN: '该服务器不在本机，不加密会泄露密码与邮件内容。请启用加密，或明确勾选允许不加密。',
  WINDOW_EMPTY: '开始与结束时间不能相同。全天接收请关闭时间段。',
  ADDRESS_TWICE: '同一个邮箱填写了两次，请删除一个。',
  RULE_CURRENCY: '请先选择币种，金额才有意义。',
  RULE_REFUND_CURRENCY: '自动回复“已退款”的规则须限定一个币种。',
  RULE_REFUND_LIMIT: '自动回复“已退款”的规则须设置 24 小时金额上限。',
  RULE_RANGE: '最高金额不能低于最低金额。',
  RULE_DECIMALS: '小数位数超出该币种允许的范围。',
  RULE_CONFIRM: '与规则名称不一致，请原样输入规则名称。',
  NOTHING_TO_LEARN: '这条预警没有可记住的描述符或卡 BIN。',
  FIELD_PATH: '请填写字段名，多级之间用点分隔，例如 data.amount。',
  ONLY_WAITING: '只有等待处理的预警可以按截止时间或紧急程度筛选和排序：请加上 needsAnswer=true，或换一种排序。',
} as const;

export type FieldFault = keyof typeof ZH;

const EN: Record<FieldFault, string> = {
  PASSWORD_SHORT: 'Use at least 8 characters.',
  PASSWORD_LONG: 'Use at most 200 characters.',
  PASSWORD_LETTER: 'Add at least one letter.',
  PASSWORD_DIGIT: 'Add at least one digit.',
  PASSWORD_COMMON: 'This password is among the commonest and easily guessed. Choose another.',
  PASSWORD_EMAIL: 'The password must not contain the name of your e-mail address. Choose another.',
  PASSWORD_COMPANY: 'The password must not contain the company’s name. Choose another.',
  PASSWORD_SAME: 'This is your present password. Choose another.',
  EMAIL_SAME: 'This is the address you have now.',
  PHONE_FORM: 'Enter a phone number; begin with + and the country code outside China.',
  NAME_FORM: 'A name can hold no web address and no control characters.',
  TIME_ZONE: 'Choose a time zone from the list.',
  EMAIL_FORM: 'Enter an e-mail address such as name@company.com.',
  LENGTH: 'This is too short or too long.',
  WEBHOOK_FORM: 'Enter the robot’s whole address; it begins with https://.',
  WEBHOOK_VENDOR:
    'This is not a robot address of the chosen service. Copy the whole webhook address from the robot’s settings.',
  SECRET_UNUSED: 'Robots of this service have no signing secret. Leave it empty.',
  REQUIRED: 'Please fill this in.',
  CARD_BIN_FORM: 'An issuer BIN has 6–8 digits.',
  ACQUIRER_BIN_FORM: 'An acquirer BIN has 6–8 digits.',
  RDR_CAID_FORM: 'A CAID enrolled with RDR has at most 16 characters.',
  ARN_FORM: 'An ARN has 23 digits.',
  RDR_KEY: 'Enter the acquirer BIN and the CAID, or an ARN.',
  OTHER_PROGRAM: 'This field belongs to the other program. Leave it empty.',
  SENDER_HOST: 'Enter the server’s host name or IP such as smtp.example.com, without port and protocol.',
  SENDER_PORT: 'Enter a port from 1 to 65535.',
  SENDER_URL: 'Enter the mail service’s address such as https://mail.example.com, without a query.',
  SENDER_PLAIN:
    'The server is not on this machine: without encryption password and mails could be read on the way. Encrypt, or allow it expressly.',
  WINDOW_EMPTY: 'Start and end are the same. To be told at any hour, switch the hours off.',
  ADDRESS_TWICE: 'The same address stands here twice. Remove one.',
  RULE_CURRENCY: 'Choose a currency first: amounts mean nothing without one.',
  RULE_REFUND_CURRENCY: 'A rule that answers “refunded” by itself must name one currency.',
  RULE_REFUND_LIMIT: 'A rule that answers “refunded” by itself needs a limit for 24 hours.',
  RULE_RANGE: 'The highest amount is below the lowest.',
  RULE_DECIMALS: 'This currency has fewer decimals.',
  RULE_CONFIRM: 'This isn’t the rule’s name. Type it as it stands.',
  NOTHING_TO_LEARN: 'This alert carries no descriptor or no BIN that could be learnt.',
  FIELD_PATH: 'Enter the field’s name; with dots where it is nested, such as data.amount.',
  ONLY_WAITING: 'Only alerts that wait go by deadline or urgency: add needsAnswer=true, or choose another order.',
};

const TEXTS: Record<Locale, Record<FieldFault, string>> = { 'zh-CN': ZH, en: EN };

export function isFieldFault(text: string): text is FieldFault {
  return Object.hasOwn(ZH, text);
}

export function faultText(fault: FieldFault, locale: Locale): string {
  return TEXTS[locale][fault];
}
