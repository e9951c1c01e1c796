import { describe, expect, test } from "vitest";
import type { Store } from "../../src/store/store.js";
import type { Room } from "./contract.js";
import { newRun } from "./rows.js";

const [january, february] = ["2017-01", "2017-02"];

/** The journal of runs, and the archive. */
export function runsContract(get: () => Store): void {
  describe("runs", () => {
    test("are numbered, found while they run, and keep how they ended", async () => {
      const { runs } = get();
      const first = await runs.start(newRun("migrate", "a"));
      expect(await runs.running()).toMatchObject({ runId: first, state: "running", report: "" });
      await runs.end(first, "done", '{"rows":1}', "2017-02-01T00:00:00Z");
      const second = await runs.start(newRun("migrate", "b"));
      await runs.end(second, "refused", "{}", "2017-02-01T00:00:01Z");
      expect(second).toBe(first + 1);
      expect(await runs.running()).toBeUndefined();
      expect((await runs.list()).map((run) => run.state)).toEqual(["done", "refused"]);
      expect(await runs.get(first)).toMatchObject({ kind: "migrate", report: '{"rows":1}' });
      expect(await runs.get(99)).toBeUndefined();
    });

    test("the last one done counts only when it was done, for its kind and subject", async () => {
      const { runs } = get();
      const first = await runs.start(newRun("settle", january));
      expect(await runs.lastDone("settle", january)).toBeUndefined();
      await runs.end(first, "done", "{}", "");
      const second = await runs.start(newRun("settle", january));
      await runs.end(second, "done", "{}", "");
      expect((await runs.lastDone("settle", january))?.runId).toBe(second);
      expect(await runs.lastDone("settle", february)).toBeUndefined();
      expect(await runs.lastDone("budget", january)).toBeUndefined();
    });

    test("remember what they read and wrote, and the archive keeps a text once", async () => {
      const { runs } = get();
      const runId = await runs.start(newRun("migrate", "a"));
      await runs.addInputs(runId, [{ role: "policy", path: "p.yaml", sha256: "1" }]);
      await runs.setOutputs(runId, [{ path: "o.csv", sha256: "2", isPrivate: true }]);
      expect(await runs.inputs(runId)).toEqual([{ role: "policy", path: "p.yaml", sha256: "1" }]);
      expect(await runs.outputs(runId)).toEqual([{ path: "o.csv", sha256: "2", isPrivate: true }]);
      await runs.archive("1", "law");
      await runs.archive("1", "another law");
      expect(await runs.archived("1")).toBe("law");
      expect(await runs.archived("9")).toBeUndefined();
    });
  });
}

/** Transactions of many batches, and of many processes. */
export function penContract(get: () => Room): void {
  describe("the pen", () => {
    test("what is rolled back leaves nothing, what is committed stays", async () => {
      const { store, open } = get();
      expect(await store.begin()).toBe(true);
      await store.runs.archive("1", "law");
      await store.rollback();
      await store.rollback(); // nothing to take back is no mistake
      expect(await store.runs.archived("1")).toBeUndefined();

      expect(await store.begin()).toBe(true);
      await store.runs.archive("2", "law");
      const other = await open();
      expect(await other.runs.archived("2")).toBeUndefined();
      await store.commit();
      expect(await other.runs.archived("2")).toBe("law");
    });

    test("is held by one process at a time", async () => {
      const { store, open } = get();
      const other = await open();
      expect(await store.begin()).toBe(true);
      expect(await other.begin()).toBe(false);
      await store.rollback();
      expect(await other.begin()).toBe(true);
      await other.rollback();
    });
  });
}
