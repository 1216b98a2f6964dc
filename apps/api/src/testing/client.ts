export interface Answer<T = unknown> {
  status: number;
  headers: Headers;
  /** The parsed body; undefined when it isn't JSON. */
  body: Envelope<T>;
  text: string;
}

export interface Envelope<T = unknown> {
  code: number;
  message: string;
  data: T;
  timestamp: number;
  requestId: string;
  error?: string;
  details?: { fields?: { path: string; code: string; message: string }[] };
}

export interface CallOptions {
  token?: string;
  /** Sent as JSON; a string or a form is sent as it is. */
  body?: unknown;
  headers?: Record<string, string>;
}

export interface TestClient {
  /** `call<Card>('POST', '/api/v1/cards', { token, body })` */
  call<T = unknown>(method: string, path: string, options?: CallOptions): Promise<Answer<T>>;
  /** An access token; throws when sign-in is refused. */
  signIn(account: string, password: string, realm: 'merchant' | 'staff'): Promise<string>;
}

function asBody(body: unknown): string | FormData {
  return typeof body === 'string' || body instanceof FormData ? body : JSON.stringify(body);
}

/** Calls a running system over HTTP, as a program of somebody else would. */
export function createClient(url: string): TestClient {
  const client: TestClient = {
    async call<T>(method: string, path: string, { token, body, headers = {} }: CallOptions = {}) {
      const response = await fetch(url + path, {
        method,
        redirect: 'manual',
        headers: {
          'accept-language': 'en',
          ...(body !== undefined && !(body instanceof FormData) && { 'content-type': 'application/json' }),
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
          ...headers,
        },
        ...(body !== undefined && { body: asBody(body) }),
      });
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
      const answer: Answer<T> = {
        status: response.status,
        headers: response.headers,
        body: isJson ? JSON.parse(text) : undefined,
        text,
      };
      return answer;
    },
    async signIn(account, password, realm) {
      const { status, body } = await client.call<{ accessToken: string }>('POST', '/api/v1/auth/login', {
        body: { account, password, realm },
        headers: { 'x-client': 'api' },
      });
      if (status !== 200) throw new Error(`Sign-in of ${account} was refused: ${status} ${body.error}`);
      return body.data.accessToken;
    },
  };
  return client;
}
