/** Where the built pages live. A scheme of our own instead of `file://`, which would give every local file the same rights. */
export const APP_SCHEME = 'app';
export const APP_HOST = 'forewarn';
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;
export const DEEP_LINK_SCHEME = 'forewarn';

/** `URL.origin` is "null" for schemes that Node doesn't know, so scheme and host are compared themselves. */
export function isAppUrl(text: string | undefined): boolean {
  if (text === undefined || !URL.canParse(text)) return false;
  const url = new URL(text);
  return url.protocol === `${APP_SCHEME}:` && url.host === APP_HOST;
}
