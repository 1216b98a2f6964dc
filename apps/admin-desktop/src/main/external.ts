/**
 * May this link be handed to the system's browser? `https` pages of the configured server only (its API documents, the merchant web);
 * `http` when that server is this machine. Anything else could start programs by its scheme or lead people astray.
 */
export function isAllowedExternal(text: string, server: string | null): boolean {
  if (server === null || !URL.canParse(text)) return false;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return false;
  return url.origin === server && (url.protocol === 'https:' || url.protocol === 'http:');
}
