/** Which call it belongs to, for the interface log. */
export interface AuthTag {
  /** `staff:wang.li`, `session:…`: what the call is about. */
  subject: string;
  requestId: string;
}

export interface RemoteUser {
  /** The service's own id: what makes the same person the same. */
  id: string;
  username: string;
  name: string;
  /** As the service calls them; unknown ones among them. */
  roles: readonly string[];
}

/** `wrong`: name or password; `refused`: it may not sign in; `away`: nobody knows, the service could not be asked. */
export type RemoteSignIn =
  | { kind: 'in'; token: string; expiresInSeconds: number; user: RemoteUser }
  | { kind: 'wrong' }
  | { kind: 'refused' }
  | { kind: 'away' };

/** `ended`: the token counts no longer; `away`: nobody knows. */
export type RemoteStanding = { kind: 'valid'; permissions: readonly string[] } | { kind: 'ended' } | { kind: 'away' };

/** The operator's own sign-in service (document 002 §5.1). Never throws: what goes wrong is `away`. */
export interface AuthService {
  signIn(username: string, password: string, tag: AuthTag): Promise<RemoteSignIn>;
  validate(token: string, tag: AuthTag): Promise<RemoteStanding>;
}

/** How the operator's people sign in: by accounts of ours, or by that service. Merchants always by ours. */
export type StaffSignIn =
  | { mode: 'LOCAL' }
  | {
      mode: 'REMOTE';
      service: AuthService;
      /** Accounts made by the command line may sign in by our password meanwhile: the way in while the service is away. */
      localAdmins: boolean;
    };
