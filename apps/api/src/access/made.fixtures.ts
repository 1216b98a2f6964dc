import type { TestSystem } from '../testing/index.ts';
import type { Target } from './world.fixtures.ts';

export interface Made {
  /** Laid over what the schema requires. */
  input: Record<string, unknown>;
  /** Names a row of the target: for somebody else's merchant it isn't there. */
  names?: 'row';
  /** A file in a form instead of JSON. */
  form?: FormData;
  /** Ends the session it is called with. */
  endsSession?: true;
}
/** Makes the input of one call, and what it names. */
export type Make = (system: TestSystem, target: Target) => Promise<Made> | Made;

export const row = (input: Record<string, unknown>): Made => ({ input, names: 'row' });
export const fixed =
  (input: Record<string, unknown>): Make =>
  () => ({ input });
