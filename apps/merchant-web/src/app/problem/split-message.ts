/** The first sentence says what happened, the rest what to do; undefined when there is only one. */
export function splitMessage(message: string): [title: string, text: string] | undefined {
  const end = /[。！]|[.!](?=\s)/.exec(message);
  const rest = end ? message.slice(end.index + 1).trim() : '';
  return end && rest !== '' ? [message.slice(0, end.index), rest] : undefined;
}
