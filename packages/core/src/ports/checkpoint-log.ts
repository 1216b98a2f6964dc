/** An append-only text outside the database, one checkpoint of the audit chain a line. */
export interface CheckpointLog {
  /** Durable when it returns. `line` is one line of ASCII without its end. */
  append(line: string): Promise<void>;
  /** All lines, oldest first; none when nothing was written yet. */
  lines(): Promise<string[]>;
}
