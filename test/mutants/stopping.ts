import { Session } from 'node:inspector';
import { workerData } from 'node:worker_threads';
import { LOOKS_EVERY } from './watch.js';

/** The thread of a watch: stops what the main thread is at once its time is over. */
const due = workerData as BigInt64Array;
const session = new Session();
session.connectToMainThread();

setInterval(() => {
  const until = Atomics.load(due, 0);
  if (until === 0n || BigInt(Date.now()) < until) return;
  if (Atomics.compareExchange(due, 0, until, 0n) === until) session.post('Runtime.terminateExecution');
}, LOOKS_EVERY);
