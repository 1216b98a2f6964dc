/** `alert-SBX-1.pdf`: an alert's id is whatever its sender made up. */
export function fileName(kind: 'alert' | 'receipt', alertId: string): string {
  const id = alertId.replace(/[^A-Za-z0-9._-]+/g, '_').replace(/^\.+/, '');
  return `${kind}-${id.slice(0, 80)}.pdf`;
}
