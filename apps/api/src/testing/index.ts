export { type Sandbox, startSandbox } from '@forewarn/sandbox';
export { authenticator } from './authenticator.ts';
export type { Answer, CallOptions, Envelope, TestClient } from './client.ts';
export { enterCredentials, SANDBOX_CREDENTIALS } from './enter-credentials.ts';
export {
  type Account,
  startTestSystem,
  TEST_PASSWORD,
  type TestSystem,
  type TestSystemOptions,
} from './test-system.ts';
