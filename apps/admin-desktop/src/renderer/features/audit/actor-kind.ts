import { ACTOR_KINDS, type ActorKind } from '@forewarn/core/audit/model';

/** The kind's name; what is none of them keeps its code. */
export function actorKindName(kind: string, names: Record<ActorKind, string>): string {
  const known = ACTOR_KINDS.find((one) => one === kind);
  return known ? names[known] : kind;
}
