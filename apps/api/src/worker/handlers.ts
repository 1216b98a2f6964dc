import { tellSecurity } from '@forewarn/core/accounts';
import { remindAlert, sendAnswer } from '@forewarn/core/alerts';
import { closeEnrolment, enrolCard } from '@forewarn/core/cards';
import type { EffectHandlers } from '@forewarn/core/effects';
import { sendMail, tellAdmins, tellDue } from '@forewarn/core/notifications';

/** Who carries out which effect. */
export const HANDLERS: EffectHandlers = {
  'alert.answer': sendAnswer,
  'card.enrol': enrolCard,
  'card.close': closeEnrolment,
  'mail.send': sendMail,
  'admin.queue': tellAdmins,
  'security.alarm': tellSecurity,
  'alert.remind': remindAlert,
  'admin.due': tellDue,
};
