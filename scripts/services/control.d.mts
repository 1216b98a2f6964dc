export type ServiceName = 'mysqld' | 'redis';

/** Kills the service at once (SIGKILL unless told otherwise) and waits until it is gone and its port is closed. */
export function killService(name: ServiceName, options?: { signal?: NodeJS.Signals; file?: string }): Promise<void>;

/** Starts the service again on the same port and data and waits until it answers. Returns its new pid. */
export function startService(name: ServiceName, options?: { timeoutMs?: number; file?: string }): Promise<number>;
