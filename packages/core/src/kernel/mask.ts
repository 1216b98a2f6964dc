/** Masking at the output: enough to recognise, not enough to use. */

/** `411111` → `4111**`, `41111122` → `4111****`. */
export function maskBin(bin: string): string {
  return bin.length <= 4 ? bin : bin.slice(0, 4) + '*'.repeat(bin.length - 4);
}

/** `Zhang San` → `Z*******n`, `张三丰` → `张*丰`, `张三` → `张*`. */
export function maskName(name: string): string {
  const letters = [...name.trim()];
  if (letters.length <= 1) return letters.length === 0 ? '' : '*';
  if (letters.length === 2) return `${letters[0]}*`;
  return `${letters[0]}${'*'.repeat(letters.length - 2)}${letters.at(-1)}`;
}

/** `zhang.san@example.com` → `zh***@example.com`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  if (at < 1) return '***';
  return `${email.slice(0, Math.min(2, at))}***${email.slice(at)}`;
}

/** `+8613812345678` → `+861****5678`. */
export function maskPhone(phone: string): string {
  return phone.length <= 7 ? '*'.repeat(phone.length) : `${phone.slice(0, 4)}****${phone.slice(-4)}`;
}

/** `浙江省杭州市西湖区文三路 1 号` → `浙江省杭州市***`, `1 Main Street, Boston` → `1 Main***`: about the town, not the door. */
export function maskAddress(address: string): string {
  const letters = [...address.trim()];
  return letters.length === 0 ? '' : `${letters.slice(0, Math.min(6, Math.floor(letters.length / 2))).join('')}***`;
}

/** A sum that is nobody's business: not even how many digits it has. */
export function maskFigure(figure: string): string {
  return figure.trim() === '' ? '' : '****';
}

/** A secret's hint for lists: its last four characters when it is long enough to spare them. */
export function maskSecret(secret: string): string {
  return secret.length >= 12 ? `••••••••${secret.slice(-4)}` : '••••••••';
}
