import { Worker } from "node:worker_threads";

/**
 * Ends the process when one piece of work takes too long: a loop that never ends would keep the
 * test's own time limit from being noticed. Says on what it hung.
 */
export class Watchdog {
  private readonly worker: Worker;

  constructor(seconds: number) {
    const source = `
      const { parentPort } = require("node:worker_threads");
      let timer;
      parentPort.on("message", (what) => {
        clearTimeout(timer);
        if (what === "") return;
        timer = setTimeout(() => {
          process._rawDebug("hangs for ${seconds} s: " + what);
          process.kill(process.pid, "SIGKILL");
        }, ${seconds} * 1000);
      });`;
    this.worker = new Worker(source, { eval: true });
    this.worker.unref();
  }

  /** Work begins; the one before has ended. */
  watch(what: string): void {
    this.worker.postMessage(what);
  }

  async end(): Promise<void> {
    this.watch("");
    await this.worker.terminate();
  }
}
