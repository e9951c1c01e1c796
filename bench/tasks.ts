import assert from "node:assert";
import { dirname } from "node:path";
import { makeCounty } from "../src/jobs/make-county.js";
import { migrateDelivery } from "../src/jobs/migrate/migrate-delivery.js";
import { settleMonth } from "../src/jobs/settle/settle-month.js";
import { MONTH } from "./claims.js";
import { deliverMembers } from "./delivery.js";
import { fillClaims } from "./fill-claims.js";
import { withJob } from "./job.js";
import { judgeFebrl, judgePeople, makePeople, matchFebrl, matchPeople } from "./matching.js";
import { readPacks } from "./read-packs.js";
import { settleInMemory } from "./settle-in-memory.js";
import { settlePlainly } from "./settle-plainly.js";

type Result = Readonly<Record<string, number>>;

/** What `work.js` can do, by name; every result is a few numbers. */
export const tasks = {
  /** A delivery with about so many NCMS rows and nothing else. */
  deliver: (folder: string, rows: string): Promise<Result> => deliverMembers(folder, Number(rows)),

  migrate: (delivery: string, database: string): Promise<Result> =>
    withJob(dirname(database), database, async (job) => {
      const report = await migrateDelivery(job, delivery);
      return { people: report.people };
    }),

  /** A database with so many claims that wait to be settled. */
  "fill-claims": (database: string, claims: string): Promise<Result> =>
    withJob(dirname(database), database, (job) => fillClaims(job, Number(claims))),

  settle: (database: string): Promise<Result> =>
    withJob(dirname(database), database, async (job) => {
      const { totals, waitingClaims } = await settleMonth(job, MONTH);
      assert(waitingClaims === 0, `${waitingClaims} claims of the benchmark were not settled`);
      return { claims: totals.reduce((whole, one) => whole + one.claims, 0) };
    }),

  "settle-plainly": (database: string): Promise<Result> => settlePlainly(database),

  "read-packs": (): Promise<Result> => readPacks(),

  "settle-in-memory": (claims: string): Promise<Result> => settleInMemory(Number(claims)),

  "make-people": makePeople,
  "match-people": matchPeople,
  "judge-people": judgePeople,
  "match-febrl": matchFebrl,
  "judge-febrl": judgeFebrl,

  sample: async (folder: string, people: string): Promise<Result> => {
    const { files } = await makeCounty({ people: Number(people), seed: "bench", out: folder });
    return { rows: files.reduce((whole, file) => whole + file.rows, 0) };
  },
} as const satisfies Readonly<Record<string, (...words: [string, string]) => Promise<Result>>>;
