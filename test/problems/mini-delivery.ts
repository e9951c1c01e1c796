import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Month } from "../../src/domain/period.js";
import type { Problem } from "../../src/domain/problem.js";
import { Refusal } from "../../src/domain/refusal.js";
import { packageRoot } from "../../src/io/files.js";
import { encode } from "../../src/io/gb18030.js";
import { initWorkspace } from "../../src/jobs/init-workspace.js";
import type { Job } from "../../src/jobs/job.js";
import { migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import { settleMonth } from "../../src/jobs/settle/settle-month.js";
import { findWorkspace } from "../../src/jobs/workspace.js";
import { openSqlite } from "../../src/store/sqlite.js";
import type { Store } from "../../src/store/store.js";

/** The month of every small delivery. */
export const january = "2017-01" as Month;

/** One file of a small delivery, under one of the layouts of its workspace. */
export interface MiniFile {
  readonly path: string;
  readonly layout: string;
  readonly content: Uint8Array;
  readonly rows: number;
}

/** What else is so when a small delivery comes in. */
export interface Circumstances {
  /** Changes the manifest, which states what the files hold. */
  readonly manifest?: (text: string) => string;
  /** Changes the workspace or the store before. */
  readonly before?: (job: Job) => Promise<void>;
  /** Files that lie in the folder, but not in the manifest. */
  readonly beside?: readonly MiniFile[];
}

/**
 * A register of persons with eight columns, so that a row of a test fits on a line: number, name,
 * sex, certificate number, birth date, household, family account, state of the enrolment.
 */
export const peopleLayout = `
title: 小名单
source: ncms
record: person-enrolment
format: { delimiter: ",", quote: '"', header: true }
encoding: gb18030
constants: { insutype: "380", insuplc_admdvs: "159921", psn_insu_date: "2010-01-01" }
columns:
  - { name: 编号, to: legacy_id, as: text, required: true }
  - { name: 姓名, to: psn_name, as: name, required: true }
  - { name: 性别, to: gend, as: code, table: ncms/gend, required: true }
  - { name: 证件, to: certno, as: certno }
  - { name: 生日, to: brdy, as: day }
  - { name: 户号, to: household_no, as: text }
  - { name: 余额, to: family_balc, as: yuan }
  - { name: 状态, to: psn_insu_stas, as: text, required: true }
`;

/** A file of the small register; a line may be raw bytes. */
export function people(...lines: readonly (string | Uint8Array)[]): MiniFile {
  const header = "编号,姓名,性别,证件,生日,户号,余额,状态";
  return miniFile("people.csv", "people", [header, ...lines]);
}

/** A file in GB18030 whose first line is its header. */
export function miniFile(
  path: string,
  layout: string,
  lines: readonly (string | Uint8Array)[],
): MiniFile {
  const bytes = lines.map((line) => (typeof line === "string" ? encode(line) : line));
  const end = Buffer.from("\n");
  const content = Buffer.concat(bytes.flatMap((line) => [line, end]));
  return { path, layout, content, rows: lines.length - 1 };
}

/** A job in a new workspace with an empty database in memory; both are gone after the test. */
export async function miniJob(hasSecondPerson = false): Promise<Job> {
  const folder = mkdtempSync(join(tmpdir(), "liutong-mini-"));
  const root = join(folder, "ws");
  const question = { region: undefined, operator: "甲", lang: "zh", hasSecondPerson } as const;
  await initWorkspace({ folder: root, ...question });
  writeFileSync(join(root, "mappings/legacy/people.yaml"), peopleLayout);
  const workspace = await findWorkspace(root);
  const store = openSqlite(":memory:", join(packageRoot(), "src/store/schema"));
  onTestFinished(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const progress = { step: () => undefined, advance: () => undefined };
  return { store, workspace, operator: "甲", progress };
}

/** Writes a small delivery beside the workspace and returns its folder. */
export function writeDelivery(
  job: Job,
  files: readonly MiniFile[],
  change: (manifest: string) => string = (text) => text,
): string {
  const folder = mkdtempSync(join(job.workspace.root, "delivery-"));
  for (const { path, content } of files) writeFileSync(join(folder, path), content);
  const entries = files.map(
    ({ path, layout, rows }) => `  - { path: ${path}, layout: ${layout}, rows: ${rows} }\n`,
  );
  const head = `title: 小交付\nregion: tongliao\nmonth: ${january}\nfiles:\n`;
  writeFileSync(join(folder, "delivery.yaml"), change(head + entries.join("")));
  return folder;
}

/**
 * Takes a small delivery through the whole road to the settlement of its month; returns every
 * problem on the way: of rows, of waiting claims, and those behind a refusal.
 */
export async function problemsOf(
  files: readonly MiniFile[],
  { manifest, before, beside = [] }: Circumstances = {},
): Promise<readonly Problem[]> {
  const job = await miniJob();
  await before?.(job);
  const seen: Problem[] = [];
  try {
    const recorded = { ...job, store: recording(job.store, seen) };
    const folder = writeDelivery(job, files, manifest);
    for (const { path, content } of beside) writeFileSync(join(folder, path), content);
    await migrateDelivery(recorded, folder);
    if (files.some((file) => file.layout === "claims")) await settleMonth(job, january);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    seen.push(...error.problems);
  }
  const waiting = await job.store.claims.waitingAfter(january, 0, 100);
  return [...seen, ...waiting.flatMap((one) => one.problems)];
}

/** The same store, which lets the problems of rows be seen as they are written. */
function recording(store: Store, seen: Problem[]): Store {
  const { addRows, settleRows } = store.intake;
  const intake: Store["intake"] = {
    ...store.intake,
    async addRows(batch) {
      seen.push(...batch.problems.map((one) => one.problem));
      await addRows(batch);
    },
    async settleRows(rows, problems) {
      seen.push(...problems.map((one) => one.problem));
      await settleRows(rows, problems);
    },
  };
  return { ...store, intake };
}
