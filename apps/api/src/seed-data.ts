import type { StaffRole } from '@forewarn/core/kernel/access';

/** Demo data: everybody can read these passwords and secrets, so production refuses them. */

export const STAFF: Record<
  'systemAdmin' | 'platformAdmin' | 'sales',
  { name: string; email: string; password: string; roles: StaffRole[] }
> = {
  systemAdmin: {
    name: '系统管理员',
    email: 'system.admin@demo.test',
    password: 'Demo-system-1',
    roles: ['SYSTEM_ADMIN'],
  },
  platformAdmin: {
    name: '平台管理员',
    email: 'platform.admin@demo.test',
    password: 'Demo-platform-1',
    roles: ['PLATFORM_ADMIN'],
  },
  sales: { name: '销售', email: 'sales@demo.test', password: 'Demo-sales-1', roles: ['SALES'] },
};

export const MERCHANT = {
  companyName: '北风书业有限公司 Northwind Books',
  contactPerson: '王小明',
  email: 'merchant@demo.test',
  phone: '13800000001',
  password: 'Demo-merchant-1',
};

export const SECOND_MERCHANT = {
  companyName: '晨光数码 Aurora Digital',
  contactPerson: '李雷',
  email: 'second@demo.test',
  phone: '13800000002',
  password: 'Demo-merchant-2',
};

/** The sandbox's sample alerts fit them one tier each: exact, empty CAID, descriptor alone; its fourth sample fits nobody. */
export const CARDS = [
  { descriptor: 'NORTHWIND*BOOKS', cardBin: '411111', caid: 'CAID000000000001', status: 'REGISTERED' },
  { descriptor: 'LUMEN*GAMES', cardBin: '545454', caid: '', status: 'REGISTERED' },
  { descriptor: 'HARBOUR*TRAVEL', cardBin: '555555', caid: 'CAID000000000031', status: 'REGISTERED' },
  { descriptor: 'NORTHWIND*PRESS', cardBin: '41111122', caid: '', status: 'PENDING' },
] as const;
export const SECOND_CARDS = [
  { descriptor: 'AURORA*DIGITAL', cardBin: '622848', caid: '', status: 'REGISTERED' },
] as const;

/** What the sandbox is set up with, too. */
export const PROVIDER = { merchantNo: 'M-DEMO-0001', webhookSecret: 'demo-webhook-secret', signKey: 'demo-sign-key' };
