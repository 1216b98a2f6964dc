import type { AlertProvider } from './alert-provider.ts';
import type { Bell } from './bell.ts';
import type { Chats } from './chat-channel.ts';
import type { CheckpointLog } from './checkpoint-log.ts';
import type { Cipher } from './cipher.ts';
import type { Documents } from './documents.ts';
import type { FileStore } from './file-store.ts';
import type { Macs } from './macs.ts';
import type { Mailer } from './mailer.ts';
import type { PassphraseBox } from './passphrase-box.ts';
import type { PasswordHasher } from './password-hasher.ts';
import type { ProviderWire } from './provider-wire.ts';
import type { RateCounter } from './rate-counter.ts';
import type { Spreadsheets } from './spreadsheets.ts';
import type { StaffSignIn } from './staff-sign-in.ts';
import type { TokenIssuer } from './token-issuer.ts';

/** Everything core needs of the world outside the database. Adapters live in `apps/api/src/adapters/<vendor>/`. */
export interface Ports {
  bell: Bell;
  /** Chat groups that merchants want to be told in. */
  chats: Chats;
  /** Where checkpoints of the audit chain leave the database. */
  checkpoints: CheckpointLog;
  cipher: Cipher;
  /** Writes documents to keep. */
  documents: Documents;
  files: FileStore;
  macs: Macs;
  mailer: Mailer;
  /** Locks what leaves the system with a passphrase that a person keeps. */
  passphrases: PassphraseBox;
  passwords: PasswordHasher;
  provider: AlertProvider;
  /** Reads what the provider sends. */
  wire: ProviderWire;
  rates: RateCounter;
  spreadsheets: Spreadsheets;
  /** Where the operator's people sign in. */
  staffSignIn: StaffSignIn;
  tokens: TokenIssuer;
  /** Where merchants open the web app; links in mails start with it. No trailing slash. */
  publicUrl: string;
}

export type { AlertProvider } from './alert-provider.ts';
export type { Bell } from './bell.ts';
export type { ChatChannel, ChatMessage, ChatResult, Chats, ChatTarget } from './chat-channel.ts';
export type { CheckpointLog } from './checkpoint-log.ts';
export type { Cipher } from './cipher.ts';
export type { DocumentBlock, DocumentField, Documents, PrintedDocument } from './documents.ts';
export type { FileStore } from './file-store.ts';
export type { MacPurpose, Macs } from './macs.ts';
export type { Mailer } from './mailer.ts';
export type { OutboundAnswer, OutboundHttp, OutboundRequest } from './outbound-http.ts';
export type { PassphraseBox, PassphraseBoxed } from './passphrase-box.ts';
export type { PasswordHasher } from './password-hasher.ts';
export type { ProviderWire } from './provider-wire.ts';
export type { RateCounter } from './rate-counter.ts';
export type { Spreadsheets } from './spreadsheets.ts';
export type { AuthService, StaffSignIn } from './staff-sign-in.ts';
export type { TokenIssuer } from './token-issuer.ts';
