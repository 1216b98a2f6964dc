import { RoleCode } from '@forewarn/core/staff/model';
import { lenient } from '../../app/search.ts';

export const RoleSearch = lenient({ role: RoleCode });
