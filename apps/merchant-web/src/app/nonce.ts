/** The nonce that this page's policy allows for `<style>` elements; the server puts a new one into each page. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}

declare global {
  /** Read by the scroll lock that Mantine's dialogs use. */
  var __webpack_nonce__: string | undefined;
}

export function shareStyleNonce(): void {
  globalThis.__webpack_nonce__ = styleNonce();
}
