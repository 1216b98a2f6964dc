/** A line of an alert's history: its sentence, ready for the reader. */
export interface TimelineLine {
  id: number;
  text: string;
  level: 'INFO' | 'WARN' | 'ERROR';
  at: string;
}

export interface TimelineGroup extends TimelineLine {
  /** How often it happened in a row. */
  count: number;
  /** When it happened last; `at` is the first time. */
  until: string;
}

/** Lines that say the same one after another become one: three retries are read as such, not thrice. */
export function groupEvents(lines: readonly TimelineLine[]): TimelineGroup[] {
  const groups: TimelineGroup[] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last && last.text === line.text && last.level === line.level) {
      last.count += 1;
      last.until = line.at;
    } else groups.push({ ...line, count: 1, until: line.at });
  }
  return groups;
}
