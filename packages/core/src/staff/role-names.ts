import type { StaffRole } from '../kernel/access.ts';
import type { Locale } from '../kernel/locale.ts';

/** What mails call the built-in roles; roles that were added go by their code. */
export const ROLE_NAMES: Record<Locale, Record<StaffRole, string>> = {
  'zh-CN': {
    SYSTEM_ADMIN: '系统管理员',
    PLATFORM_ADMIN: '平台管理员',
    ADMIN: '销售总管',
    SALES_MANAGER: '销售经理',
    SALES: '销售',
  },
  en: {
    SYSTEM_ADMIN: 'system admin',
    PLATFORM_ADMIN: 'platform admin',
    ADMIN: 'sales admin',
    SALES_MANAGER: 'sales manager',
    SALES: 'sales',
  },
};
