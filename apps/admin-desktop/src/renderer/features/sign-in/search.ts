import { InvitationCode } from '@forewarn/core/staff/model';
import { lenient } from '../../app/search.ts';

export const InvitationSearch = lenient({ code: InvitationCode });
