import type { Mail } from './model.ts';

interface Search {
  to?: string | undefined;
  subject?: string | undefined;
}

/** Every mail that came in, newest last, with its raw bytes. */
export class Inbox {
  #mails: Mail[] = [];
  #raw = new Map<number, Buffer>();
  #lastId = 0;

  add(mail: Omit<Mail, 'id'>, raw: Buffer): Mail {
    const kept = { id: ++this.#lastId, ...mail };
    this.#mails.push(kept);
    this.#raw.set(kept.id, raw);
    return kept;
  }

  /** A whole address in `to` must be a recipient; a part of one, or of a subject, may stand anywhere in it. */
  find({ to, subject }: Search = {}): Mail[] {
    return this.#mails.filter((mail) => matchesRecipient(mail, to) && contains(mail.subject, subject));
  }

  get(id: number): Mail | undefined {
    return this.#mails.find((mail) => mail.id === id);
  }

  raw(id: number): Buffer | undefined {
    return this.#raw.get(id);
  }

  get size(): number {
    return this.#mails.length;
  }

  clear(): void {
    this.#mails = [];
    this.#raw.clear();
  }
}

function matchesRecipient(mail: Mail, to: string | undefined): boolean {
  if (!to) return true;
  if (!/^[^@]+@[^@]+$/.test(to)) return contains(mail.to, to);
  return mail.recipients.some((recipient) => recipient.toLowerCase() === to.toLowerCase());
}

function contains(text: string, part: string | undefined): boolean {
  return !part || text.toLowerCase().includes(part.toLowerCase());
}
