import { tellSecurity } from '@forewarn/core/accounts';
import { remindAlert, sendAnswer } from '@forewarn/core/alerts';
import { checkEnrolment, closeEnrolment, enrolCard, tellResults } from '@forewarn/core/cards';
import { sendChat } from '@forewarn/core/channels';
import { sendDigest } from '@forewarn/core/digest';
import type { EffectHandlers } from '@forewarn/core/effects';
import { sendMail, tellAdmins, tellDue } from '@forewarn/core/notifications';

/** Who carries out which effect. */
export const HANDLERS: EffectHandlers = {
  'alert.answer': sendAnswer,
  'card.enrol': enrolCard,
  'card.close': closeEnrolment,
  'card.results': tellResults,
  'card.check': checkEnrolment,
  'mail.send': sendMail,
  'admin.queue': tellAdmins,
  'security.alarm': tellSecurity,
  'alert.remind': remindAlert,
  'admin.due': tellDue,
  'channel.send': sendChat,
  'digest.weekly': sendDigest,
};
