/** The row the list was left by, so that coming back finds it; forgotten once it was found. */
interface LeftRow {
  id: number;
  index: number;
}
let left: LeftRow | null = null;

export function leaveBy(row: LeftRow): void {
  left = row;
}

export function arrivedFrom(): LeftRow | null {
  const row = left;
  left = null;
  return row;
}
