import { readConfig } from '../config.ts';
import { createDeps } from '../deps.ts';
import { createLog } from '../log.ts';
import { startWorker } from '../worker/worker.ts';

/** The worker as it ships, in a process of its own. */
const config = readConfig();
const deps = createDeps(config, createLog(config, 'bench-worker'));
startWorker({ core: deps.core, bell: deps.bellSettings });
console.log(JSON.stringify({ ready: true }));
