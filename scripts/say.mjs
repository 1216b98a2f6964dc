/** Output for people. Piped or with NO_COLOR it is plain text. */
const colours = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (code) => (text) => (colours ? `\u001b[${code}m${text}\u001b[0m` : String(text));

export const bold = paint('1');
export const dim = paint('2');
export const red = paint('31');
export const green = paint('32');

export const say = (text = '') => process.stdout.write(`${text}\n`);
export const warn = (text) => process.stderr.write(`${text}\n`);

/** Columns a terminal uses for the text: Chinese characters and full-width punctuation take two. */
export function width(text) {
  let columns = 0;
  for (const char of text)
    columns += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(
      char,
    )
      ? 2
      : 1;
  return columns;
}

export const padTo = (text, columns) => text + ' '.repeat(Math.max(0, columns - width(text)));
