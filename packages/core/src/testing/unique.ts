let count = 0;
const run = crypto.randomUUID().slice(0, 8);

/** A text no other row of this database has: tests share nothing. */
export function unique(): string {
  count += 1;
  return `${run}-${count}`;
}
