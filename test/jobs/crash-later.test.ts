import { describe, expect, test } from "vitest";
import { fingerprint } from "../../src/jobs/fingerprint.js";
import type { Job } from "../../src/jobs/job.js";
import { migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import type { StepName } from "../../src/text/steps.js";
import { miniFile, miniJob, people, writeDelivery } from "../problems/mini-delivery.js";
import { dying } from "./dying.js";
import { bookOf, editedBook, FIRST_FIELD } from "./edited-book.js";

const list = people("1,张三,男,,1990-01-01,H1,5.00,1", "2,李四,,,1991-01-01,H2,7.00,1");

/** What is done to a loaded list: given back corrected, corrected by a later delivery, repeated. */
const works: readonly [
  string,
  (job: Job, folder: string) => Promise<(job: Job) => Promise<unknown>>,
][] = [
  [
    "corrections",
    async (job, folder) => {
      const book = await editedBook(bookOf(job, "set-aside"), ([header = [], ...rows]) => [
        header,
        ...rows.map((row) => row.with(FIRST_FIELD + 2, "女")),
      ]);
      return (worker) => migrateDelivery(worker, folder, book);
    },
  ],
  [
    "a correction that ends somebody",
    async (job) => {
      const says =
        'mode: correction\nday: 2017-03-31\ncomplete: [{ source: ncms, division: "1599" }]';
      const header = "编号,姓名,性别,证件,生日,户号,余额,状态";
      const later = miniFile("later.csv", "people", [header, "9,赵六,男,,1980-01-01,H9,,1"]);
      const folder = writeDelivery(job, [later], (text) =>
        text.replace("files:", `${says}\nfiles:`),
      );
      return (worker) => migrateDelivery(worker, folder);
    },
  ],
  [
    "a file whose content came before",
    async (job) => {
      const folder = writeDelivery(job, [{ ...list, path: "again.csv" }]);
      return (worker) => migrateDelivery(worker, folder);
    },
  ],
];

const steps: readonly StepName[] = ["read", "match", "unify", "tally", "report"];

describe.each(works)("%s", (_, prepare) => {
  test.each(steps)(
    "leave nothing when the power goes at the step %s, and succeed then",
    async (at) => {
      const job = await miniJob();
      const folder = writeDelivery(job, [list]);
      await migrateDelivery(job, folder);
      const work = await prepare(job, folder);
      const before = await fingerprint(job.store);
      await expect(work(dying(job, at, 0))).rejects.toThrow("power");
      expect(await fingerprint(job.store)).toBe(before);
      expect((await job.store.runs.list()).at(-1)).toMatchObject({ state: "refused" });
      await work(job);
      const after = await fingerprint(job.store);
      expect(after).not.toBe(before);
    },
  );
});
