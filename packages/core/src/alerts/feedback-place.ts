/** What an answer's ciphertexts are bound to: its own key. */
export function feedbackPlace(idempotencyKey: string): string {
  return `alert_feedbacks.content.${idempotencyKey}`;
}

export function bodyPlace(idempotencyKey: string): string {
  return `alert_feedbacks.body.${idempotencyKey}`;
}
