/** What a stored body's ciphertext is bound to: its own hash, which the row's unique key holds too. */
export function bodyPlace(bodySha256: Buffer): string {
  return `provider_deliveries.body.${bodySha256.toString('base64')}`;
}
