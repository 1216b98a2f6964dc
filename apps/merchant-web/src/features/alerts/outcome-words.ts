/** How the dispute ended, in the reader's words; what has no label as it came. */
export function outcomeWords(outcome: string | null, labels: { notice: Readonly<Record<string, string>> }) {
  return outcome === null ? null : (labels.notice[outcome] ?? outcome);
}
