import type { HttpBindings } from '@hono/node-server';
import { Directory } from './auth/directory.ts';
import { ChatRoom } from './chat/room.ts';
import { FaultBoard, type FaultTargets } from './faults/board.ts';
import { AUTH_FAULT_MODES, CHAT_FAULT_MODES, HTTP_FAULT_MODES, SMTP_FAULT_MODES } from './faults/model.ts';
import { Inbox } from './mail/inbox.ts';
import { Ledger } from './provider/ledger.ts';
import { PushLog } from './push/log.ts';
import type { Settings } from './settings.ts';

/** Hono's context type here: the raw Node request is needed to cut connections. */
export interface SandboxEnv {
  Bindings: HttpBindings;
}

/** Each part of the sandbox lists what can be made to fail in it; a new part adds its targets here. */
const FAULT_TARGETS: FaultTargets = {
  'provider.register': HTTP_FAULT_MODES,
  'provider.close': HTTP_FAULT_MODES,
  'provider.status': HTTP_FAULT_MODES,
  'provider.feedback': HTTP_FAULT_MODES,
  'provider.ping': HTTP_FAULT_MODES,
  'chat.send': CHAT_FAULT_MODES,
  'auth.login': AUTH_FAULT_MODES,
  'auth.validate': AUTH_FAULT_MODES,
  smtp: SMTP_FAULT_MODES,
  'mail.send': HTTP_FAULT_MODES,
};

/** All state of the outside world, in memory. */
export interface World {
  settings: Settings;
  faults: FaultBoard;
  ledger: Ledger;
  pushes: PushLog;
  inbox: Inbox;
  chats: ChatRoom;
  /** The operator's own sign-in service. */
  directory: Directory;
  /** Numbers of the next alert and event made up here. They survive a reset: the platform remembers ids it has seen. */
  nextAlert: number;
  nextEvent: number;
  now(): number;
}

export function createWorld(settings: Settings, { now, firstAlert }: { now(): number; firstAlert: number }): World {
  return { settings, ...blankState(), nextAlert: firstAlert, nextEvent: firstAlert, now };
}

/** Forgets what happened; settings stay, so that the sandbox keeps serving the platform it was set up for. */
export function resetWorld(world: World): void {
  Object.assign(world, blankState());
}

function blankState() {
  return {
    faults: new FaultBoard(FAULT_TARGETS),
    ledger: new Ledger(),
    pushes: new PushLog(),
    inbox: new Inbox(),
    chats: new ChatRoom(),
    directory: new Directory(),
  };
}
