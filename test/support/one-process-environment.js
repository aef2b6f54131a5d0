/**
 * The environment of a suite is the process that runs it, as it is: what the suite's modules have as global is what node's own have. Jest
 * puts its console and its guard of `process.exit` there, and both are taken away again.
 */
export default class OneProcessEnvironment {
  global = globalThis;
  fakeTimers = null;
  fakeTimersModern = null;
  #console = globalThis.console;
  #exit = process.exit;

  /** As deep as node's own: jest asks for ten times that, which every refusal thrown inside the program would pay for. */
  async setup() {
    Error.stackTraceLimit = 10;
  }

  async teardown() {
    globalThis.console = this.#console;
    process.exit = this.#exit;
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  getVmContext() {
    return null;
  }
}
