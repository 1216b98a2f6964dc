/** `99.9 %`: rounded down, so that only what is whole reads as whole. */
export function percent(share: number): string {
  return `${Math.floor(share * 1000) / 10} %`;
}
