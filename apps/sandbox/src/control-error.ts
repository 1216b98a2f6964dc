/** A control call that can't be done: what is wrong and, in `details`, what would be right. */
export class ControlError extends Error {
  readonly status: 400 | 404 | 409;
  readonly details: Record<string, unknown>;

  constructor(status: 400 | 404 | 409, message: string, details: Record<string, unknown> = {}) {
    super(message);
    this.name = 'ControlError';
    this.status = status;
    this.details = details;
  }
}
