/** The kind's name, or its code when it is none of those with an account. */
export function actorKindName(kind: string, names: Record<'merchant' | 'staff' | 'system', string>): string {
  return kind === 'merchant' || kind === 'staff' || kind === 'system' ? names[kind] : kind;
}
