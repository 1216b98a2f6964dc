export {
  type ActiveCredential,
  activeCredentials,
  credentialPlace,
  currentCredential,
  noteCredentialUse,
} from './active-credentials.ts';
export { backupCredentials } from './backup-credentials.ts';
export type { BreakerSettings } from './breaker.ts';
export { readCircuit } from './circuit-store.ts';
export { getInterfaceCall } from './get-interface-call.ts';
export { getProviderCircuit, PROVIDER_CIRCUIT } from './get-provider-circuit.ts';
export { listCredentials } from './list-credentials.ts';
export { listInterfaceCalls } from './list-interface-calls.ts';
export { CALL_OUTCOMES, type CallRecord, recordCall, recordCalls } from './record-call.ts';
export { BODY_LIMIT, redactBody } from './redact.ts';
export { restoreCredentials } from './restore-credentials.ts';
export { testCredentials } from './test-credentials.ts';
export { updateCredential } from './update-credential.ts';
export { watchedBreaker } from './watched-breaker.ts';
