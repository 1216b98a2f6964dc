export interface AccessClaims {
  realm: 'merchant' | 'staff';
  /** merchants.id or staff_users.id */
  subject: number;
  sessionId: string;
}

/** Access tokens (JWT, 15 minutes); refresh tokens are opaque and live in `accounts`. */
export interface TokenIssuer {
  issue(claims: AccessClaims, now: Date): Promise<{ token: string; expiresIn: number }>;
  /** Undefined for anything that isn't a valid token of ours at that moment. */
  verify(token: string, now: Date): Promise<AccessClaims | undefined>;
}
