import { backOff, type EffectHandler, type EffectResult } from '../effects/index.ts';
import { commit } from '../kernel/commit.ts';
import type { Core } from '../kernel/context.ts';
import { after, DAY } from '../kernel/time.ts';
import type { ChatMessage, ChatResult } from '../ports/chat-channel.ts';
import { openTarget, vendorOf } from './open-target.ts';
import { GAP } from './pace.ts';
import { outcomeOf, settleChannel } from './settle-channel.ts';
import {
  type ChannelRow,
  channelById,
  channelFactsPlace,
  type MessageNote,
  messageById,
  noteMessage,
  pauseChannel,
  takeSlot,
} from './store.ts';

/** A turn this near is waited for no longer. */
const AT_HAND = 50;

/**
 * Writes one message into one chat group, when it is its turn: the vendors count messages a minute, and 钉钉 silences who is too fast.
 * An unknown outcome counts as not sent: told twice is better than not at all. Gives up at the deadline, or after a day.
 */
export const sendChat: EffectHandler<'channel.send'> = async (core, run) => {
  const message = await messageById(core.db, run.payload.messageId);
  if (!message) return { outcome: 'NOT_SENT', dead: true, detail: 'the message is gone' };
  if (message.status !== 'QUEUED' || !message.factsEnc) return { outcome: 'DONE', detail: `already ${message.status}` };
  const end = (reply: string): EffectResult => ({
    outcome: 'NOT_SENT',
    detail: reply,
    settle: (tx) => noteMessage(tx, message.id, { status: 'FAILED', attempts: message.attempts, reply }, core.now()),
  });
  const channel = await channelById(core, message.channelId);
  if (!channel || channel.enabled === 0) return end('the channel is off');
  const giveUpAt = run.deadline ?? after(run.createdTime, DAY);
  if (core.now() > giveUpAt) return end('too late to be of use');

  const turn = message.slotTime ?? (await nextTurn(core, channel, message.id));
  if (turn > after(core.now(), AT_HAND)) return { outcome: 'NOT_SENT', detail: 'waits for its turn', retryAt: turn };

  const sealed = core.ports.cipher.open(message.factsEnc, channelFactsPlace(message));
  const chat = JSON.parse(sealed.toString('utf8')) as ChatMessage;
  const target = openTarget(core.ports.cipher, channel);
  const result = await core.ports.chats.channels[vendorOf(channel)].send(target, chat, core.now());
  const again = retryTime(core.now(), result, message.attempts + 1);
  const final = again === undefined || again > giveUpAt;
  const note: MessageNote = {
    status: result.kind === 'sent' ? 'SENT' : final ? 'FAILED' : 'QUEUED',
    attempts: message.attempts + 1,
    reply: result.reply,
    ...(!final && { slotTime: null }),
  };
  return {
    outcome: { sent: 'DONE', refused: 'REFUSED', limited: 'NOT_SENT', failed: 'AMBIGUOUS' }[result.kind] as 'DONE',
    detail: result.reply,
    ...(again && !final ? { retryAt: again } : { dead: result.kind !== 'sent' }),
    settle: async (tx, emit) => {
      const now = core.now();
      await noteMessage(tx, message.id, note, now);
      if (result.kind === 'limited') await pauseChannel(tx, channel.id, after(now, result.retryAfter));
      await settleChannel({ core, tx, emit }, channel.id, outcomeOf(result), result.reply);
    },
  };
};

function nextTurn(core: Core, channel: ChannelRow, messageId: number): Promise<Date> {
  return commit(core, (tx) => takeSlot(tx, channel.id, messageId, GAP[vendorOf(channel)], core.now()));
}

/** Undefined: there is nothing to try again. */
function retryTime(now: Date, result: ChatResult, attempt: number): Date | undefined {
  if (result.kind === 'limited') return after(now, result.retryAfter);
  return result.kind === 'failed' ? backOff(now, attempt) : undefined;
}
