import { letter } from '../letter.ts';

type Params = (name: string) => string;

/** A chat robot that kept refusing was switched off; mails go on. */
export const channelOff = {
  'zh-CN': {
    title: '群机器人已停用',
    subject: (p: Params) => `群机器人已停用：${p('name')}`,
    body: (p: Params) =>
      letter({
        title: '群机器人已停用',
        greeting: '尊敬的商户：',
        paragraphs: [
          `${p('vendor')}连续拒收发往群机器人“${p('name')}”的消息，我们已停止向它发送。邮件通知不受影响。`,
          `对方最后的答复：${p('reply')}`,
          '机器人可能已被移出群聊，或更换了地址、密钥、关键词。请在通知设置中更正并测试，再重新启用。',
        ],
        button: { label: '打开通知设置', url: p('loginUrl'), orOpen: '或在浏览器中打开：' },
        notes: [],
      }),
  },
  en: {
    title: 'A chat robot was switched off',
    subject: (p: Params) => `A chat robot was switched off: ${p('name')}`,
    body: (p: Params) =>
      letter({
        title: 'A chat robot was switched off',
        greeting: 'Dear merchant,',
        paragraphs: [
          `${p('vendor')} has refused our messages to the robot “${p('name')}” several times in a row, so we stopped writing to it. Mails go on as before.`,
          `Its last answer: ${p('reply')}`,
          'The robot may have been removed from the group, or its address, secret or keyword has changed. Correct it in your notification settings, test it, and switch it on again.',
        ],
        button: { label: 'Open notification settings', url: p('loginUrl'), orOpen: 'Or open in your browser:' },
        notes: [],
      }),
  },
};
