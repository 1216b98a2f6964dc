import { z } from 'zod';

/** Somebody the sign-in service knows. */
export const AuthUser = z.strictObject({
  username: z.string().min(1),
  password: z.string().min(1),
  name: z.string().default(''),
  roles: z.array(z.string()).default([]),
  /** What `validate` answers. */
  permissions: z.array(z.string()).default([]),
  /** Disabled users get 403, and their tokens end. */
  disabled: z.boolean().default(false),
});
export type AuthUser = z.infer<typeof AuthUser> & { userId: string };

/** Everybody's password until a control call says otherwise. Worthless anywhere else. */
const PASSWORD = 'demo-auth-2026';

const DEMO_USERS: readonly z.input<typeof AuthUser>[] = [
  { username: 'admin', password: PASSWORD, name: '管理员', roles: ['ADMIN', 'SALES_MANAGER'] },
  { username: 'sysadmin', password: PASSWORD, name: '系统管理员', roles: ['SYSTEM_ADMIN'] },
  { username: 'platform', password: PASSWORD, name: '平台管理员', roles: ['PLATFORM_ADMIN'] },
  { username: 'sales', password: PASSWORD, name: '销售', roles: ['SALES'], permissions: ['customer:view'] },
];

interface Token {
  userId: string;
  until: number;
}

/** Users and the tokens given out. */
export class Directory {
  /** Seconds a token lasts. */
  expiresIn = 3600;
  readonly requests: { at: string; operation: 'login' | 'validate'; username: string | null; status: number }[] = [];
  #users = new Map<string, AuthUser>();
  #tokens = new Map<string, Token>();

  constructor() {
    for (const user of DEMO_USERS) this.put(AuthUser.parse(user));
  }

  users(): AuthUser[] {
    return [...this.#users.values()];
  }

  /** Adds a user or changes the one of that name, who keeps the id. */
  put(user: z.infer<typeof AuthUser>): AuthUser {
    const userId = this.#users.get(user.username)?.userId ?? crypto.randomUUID();
    const kept = { ...user, userId };
    this.#users.set(user.username, kept);
    return kept;
  }

  find(username: string): AuthUser | undefined {
    return this.#users.get(username);
  }

  issue(user: AuthUser, now: number): string {
    const token = `sbx.${crypto.randomUUID()}.${crypto.randomUUID()}`;
    this.#tokens.set(token, { userId: user.userId, until: now + this.expiresIn * 1000 });
    return token;
  }

  /** Whose token it is, while it counts. */
  holder(token: string, now: number): AuthUser | undefined {
    const known = this.#tokens.get(token);
    if (!known || known.until <= now) return undefined;
    const user = this.users().find(({ userId }) => userId === known.userId);
    return user?.disabled ? undefined : user;
  }

  /** Every token of a user stops working. */
  endTokens(username: string): void {
    const user = this.#users.get(username);
    for (const [token, { userId }] of this.#tokens) if (userId === user?.userId) this.#tokens.delete(token);
  }
}
