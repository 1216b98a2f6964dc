/** One message, by SMTP or by the mail service, as a test or a developer wants to look at it. */
export interface Mail {
  id: number;
  /** The envelope's recipients, joined by `, `. */
  to: string;
  recipients: string[];
  /** The address of the From header, else of the envelope. */
  from: string;
  fromName: string;
  subject: string;
  text: string;
  html: string;
  /** http(s) addresses, those of the HTML first, each once. */
  links: string[];
  /** Every header with its name in camel case (`Message-ID` → `messageId`), encoded words decoded. */
  headers: Record<string, string>;
  attachments: { filename: string | null; mimeType: string; size: number }[];
  receivedAt: string;
  size: number;
}
