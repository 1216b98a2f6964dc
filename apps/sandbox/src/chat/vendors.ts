import type { z } from 'zod';
import type { ChatRoom, ChatVendor, Robot } from './room.ts';
import { DingtalkBody, dingtalkSign, FeishuBody, feishuSign, SlackBody, WecomBody } from './wire.ts';

const HOUR = 3_600_000;

export interface Call {
  token: string;
  raw: string;
  /** 钉钉 signs in the query. */
  query: { timestamp: string; sign: string };
  now: number;
}

/** What the vendor answers: `word` is its code or its word. */
export interface Verdict {
  status: 200 | 400 | 404 | 429;
  answer: string;
  body: string | Record<string, unknown>;
  text: string;
  headers?: Record<string, string>;
}

type Judge = (room: ChatRoom, call: Call) => Verdict;

const coded =
  (code: 'errcode' | 'code', words: 'errmsg' | 'msg') =>
  (answer: number, said: string, text = ''): Verdict => ({
    status: 200,
    answer: String(answer),
    body: { [code]: answer, [words]: said, ...(code === 'code' && { data: {} }) },
    text,
  });

const wecom = coded('errcode', 'errmsg');
const dingtalk = coded('errcode', 'errmsg');
const feishu = coded('code', 'msg');

function parse<T extends z.ZodType>(schema: T, raw: string): z.infer<T> | string {
  try {
    const parsed = schema.safeParse(JSON.parse(raw));
    if (parsed.success) return parsed.data;
    return parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  } catch {
    return 'not JSON';
  }
}

const lacks = (robot: Robot, text: string) => robot.keyword !== undefined && !text.includes(robot.keyword);

const judgeWecom: Judge = (room, { token, raw, now }) => {
  if (!room.robot('wecom', token)) return wecom(93000, 'invalid webhook url');
  const body = parse(WecomBody, raw);
  if (typeof body === 'string') return wecom(40058, `invalid Request Parameter, ${body}`);
  if (room.countSince('wecom', token, now - 60_000) >= 20) return wecom(45009, 'api freq out of limit');
  return wecom(0, 'ok', body.text.content);
};

const judgeDingtalk: Judge = (room, { token, raw, query, now }) => {
  const robot = room.robot('dingtalk', token);
  if (!robot) return dingtalk(300001, 'token is not exist');
  const body = parse(DingtalkBody, raw);
  if (typeof body === 'string') return dingtalk(40035, `缺少参数 json, ${body}`);
  if (robot.secret !== undefined) {
    if (Math.abs(now - Number(query.timestamp)) > HOUR) return dingtalk(310000, 'invalid timestamp');
    if (query.sign !== dingtalkSign(robot.secret, query.timestamp)) return dingtalk(310000, 'sign not match');
  }
  if (lacks(robot, body.text.content)) return dingtalk(310000, 'keywords not in content');
  if (room.countSince('dingtalk', token, now - 60_000) >= 20)
    return dingtalk(130101, 'send too fast, exceed 20 times per minute');
  return dingtalk(0, 'ok', body.text.content);
};

const judgeFeishu: Judge = (room, { token, raw, now }) => {
  const robot = room.robot('feishu', token);
  if (!robot) return feishu(19001, 'param invalid: incoming webhook access token invalid');
  const body = parse(FeishuBody, raw);
  if (typeof body === 'string') return feishu(9499, `Bad Request, ${body}`);
  if (robot.secret !== undefined) {
    const { timestamp = '', sign } = body;
    const old = Math.abs(now - Number(timestamp) * 1000) > HOUR;
    if (old || sign !== feishuSign(robot.secret, timestamp))
      return feishu(19021, 'sign match fail or timestamp is not within one hour from current time');
  }
  const { title, content } = body.content.post.zh_cn;
  const lines = content.map((pieces) =>
    pieces.map((piece) => (piece.tag === 'a' ? `${piece.text} ${piece.href}` : piece.text)).join(''),
  );
  const text = [title, ...lines].join('\n');
  if (lacks(robot, text)) return feishu(19024, 'Key Words Not Found');
  if (room.countSince('feishu', token, now - 60_000) >= 100 || room.countSince('feishu', token, now - 1000) >= 5)
    return feishu(11232, 'frequency limited psm[lark.oapi.app_platform_runtime]appID[1500]');
  return feishu(0, 'success', text);
};

const judgeSlack: Judge = (room, { token, raw, now }) => {
  const word = (status: Verdict['status'], answer: string, text = ''): Verdict => ({
    status,
    answer,
    body: answer,
    text,
  });
  if (!room.robot('slack', token)) return word(404, 'no_service');
  const body = parse(SlackBody, raw);
  if (typeof body === 'string') return word(400, 'invalid_payload');
  if (room.countSince('slack', token, now - 1000) >= 1)
    return { ...word(429, 'rate_limited'), headers: { 'Retry-After': '1' } };
  return word(200, 'ok', body.text);
};

export const JUDGES: Record<ChatVendor, Judge> = {
  wecom: judgeWecom,
  dingtalk: judgeDingtalk,
  feishu: judgeFeishu,
  slack: judgeSlack,
};

/** A refusal on request, in the vendor's own form. */
export function refusalOf(vendor: ChatVendor, code: number): Verdict {
  if (vendor === 'slack') return { status: 400, answer: 'invalid_payload', body: 'invalid_payload', text: '' };
  return coded(vendor === 'feishu' ? 'code' : 'errcode', vendor === 'feishu' ? 'msg' : 'errmsg')(
    code,
    'business error (sandbox fault)',
  );
}
