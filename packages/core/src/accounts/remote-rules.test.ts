import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_GRANTS, PERMISSIONS } from '../kernel/access.ts';
import { emailOf, isPlaceholder, narrow, readRoles, shownAddress } from './remote-rules.ts';

describe('C-251 what the sign-in service says, in our terms', () => {
  it('C-251 roles we have count once, others grant nothing', () => {
    expect(readRoles(['SALES', 'MERCHANT', 'SALES', 'OWNER', 'SYSTEM_ADMIN', 'root'])).toEqual({
      roles: ['SALES', 'SYSTEM_ADMIN'],
      unknown: ['MERCHANT', 'OWNER', 'root'],
    });
  });

  it('C-252 its permissions take away within the resources they name, and nowhere else', () => {
    const grants = {
      'customer:view': 'own',
      'customer:create': 'own',
      'order:view': 'own',
      'alert:view': 'all',
    } as const;
    expect(narrow(grants, ['customer:view', 'opportunity:create', 'CRM_EVERYTHING'])).toEqual({
      'customer:view': 'own',
      'order:view': 'own',
      'alert:view': 'all',
    });
    expect(narrow(grants, [])).toEqual(grants);
    expect(narrow(grants, null)).toEqual(grants);
  });

  it('C-252 no list ever adds a permission or widens a scope', () => {
    const names = fc.array(fc.oneof(fc.constantFrom(...PERMISSIONS), fc.string()));
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(DEFAULT_GRANTS)), names, (grants, named) => {
        const left = narrow(grants, named);
        for (const permission of PERMISSIONS)
          if (left[permission] !== undefined) expect(left[permission]).toBe(grants[permission]);
      }),
    );
  });

  it('a name that is an address is the address; else one stands in that can’t exist and isn’t shown', () => {
    const user = { id: 'u-1', username: 'Wang.Li@Example.com', name: '王丽', roles: [] };
    expect(emailOf(user)).toBe('wang.li@example.com');
    const email = emailOf({ ...user, username: 'wang.li' });
    expect(isPlaceholder(email)).toBe(true);
    expect(email).toBe(emailOf({ ...user, username: 'wang' }));
    expect(email).not.toBe(emailOf({ ...user, id: 'u-2', username: 'wang.li' }));
    expect(shownAddress({ email, username: 'wang.li' })).toBe('wang.li');
    expect(shownAddress({ email: 'a@b.test', username: 'wang.li' })).toBe('a@b.test');
  });
});
