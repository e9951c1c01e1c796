import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { Refusal } from "../../src/domain/refusal.js";
import { initWorkspace } from "../../src/jobs/init-workspace.js";
import { inspectSource } from "../../src/jobs/inspect-source.js";
import { makeCounty } from "../../src/jobs/make-county.js";
import { migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import { sampleRates } from "../../src/jobs/sample-rates.js";
import { findWorkspace } from "../../src/jobs/workspace.js";
import { openSqlite } from "../../src/store/sqlite.js";
import { writeDelivery } from "../problems/mini-delivery.js";
import { load, person, type RefusalRow } from "./refusal-row.js";

/** Refusals before the first claim: workspaces, samples and deliveries. */
export const ofWorkspaces: readonly RefusalRow[] = [
  {
    code: "workspace-missing",
    ask: ({ workspace }) => findWorkspace(join(workspace.root, "..")),
    zh: "这里和上级目录都没有工作区文件 liutong.yaml",
    zhNext: "新建一个:liutong init --region tongliao --operator 姓名",
    en: "no liutong.yaml here or in any folder above",
    enNext: "make one: liutong init --region tongliao --operator NAME",
  },
  {
    code: "workspace-exists",
    ask: ({ workspace }) => init(workspace.root, undefined),
    zh: "… 已有工作区,不会覆盖",
    zhNext: "换一个目录:liutong init --dir 目录",
    en: "… holds a workspace already; it is not overwritten",
    enNext: "choose another folder: liutong init --dir FOLDER",
  },
  {
    code: "database-unusable",
    ask: async ({ workspace }) => openSqlite(workspace.root, "src/store/schema"),
    zh: "… 打不开,或者不是 SQLite 数据库(EISDIR)",
    zhNext: "检查 --db 或 liutong.yaml 的 database 所写的路径和权限",
    en: "… cannot be opened, or is no SQLite database (EISDIR)",
    enNext: "check the path and its permissions: --db, or database: in liutong.yaml",
  },
  {
    code: "region-unknown",
    ask: ({ workspace }) => init(join(workspace.root, "new"), "nowhere"),
    zh: "没有地区包 nowhere;现有:tongliao, shangluo, panjin, xuzhou, huzhou, example",
    zhNext: "用 --region 选一个现有地区包",
    en:
      "there is no region pack nowhere; there are: tongliao, shangluo, panjin, xuzhou, huzhou, " +
      "example",
    enNext: "choose one of them with --region",
  },
  {
    code: "file-missing",
    ask: (job) => migrateDelivery(job, join(job.workspace.root, "nothing")),
    zh: "找不到 …/nothing/delivery.yaml",
    zhNext: "检查路径后再试",
    en: "…/nothing/delivery.yaml is not there",
    enNext: "check the path and try again",
  },
  {
    code: "file-exists",
    ask: ({ workspace }) => inspect(workspace.root, join(workspace.root, "liutong.yaml")),
    zh: "…/liutong.yaml 已经存在,不会覆盖",
    zhNext: "换一个文件名",
    en: "…/liutong.yaml is there already; it is not overwritten",
    enNext: "choose another name",
  },
  {
    code: "file-kind-unread",
    ask: async ({ workspace }) => {
      const file = join(workspace.root, "people.csv");
      await writeFile(file, "<html><table><tr><td>姓名</td></tr></table></html>");
      await inspect(file, undefined);
    },
    zh: "…/people.csv 看来是 网页或 XML(常被命名为 .xls),现在还不能读",
    zhNext: "另存为 CSV 或制表符分隔的文本(UTF-8 或 GBK),再运行 liutong source inspect 文件",
    en: "…/people.csv looks like a web page or XML (often named .xls), which cannot be read yet",
    enNext: "save it as CSV or tab-delimited text (UTF-8 or GBK), then liutong source inspect FILE",
  },
  {
    code: "files-wrong",
    ask: (job) =>
      load(job, [person], (manifest) => manifest.replace("path: people.csv", "path: p.csv")),
    zh:
      "…/delivery/delivery.yaml 有 1 处错误,没有执行:\n" +
      "  delivery.yaml:5 清单所列文件 p.csv 不存在;请补齐或从清单删去",
    zhNext: "改正上面各处后重新运行",
    en:
      "nothing was done; problems of …/delivery/delivery.yaml (1):\n" +
      "  delivery.yaml:5 the manifest names p.csv, which is not there; add the file or " +
      "take it off the list",
    enNext: "correct the places above and run it again",
  },
  {
    code: "delivery-differs",
    ask: (job) => load(job, [{ ...person, rows: 2 }]),
    zh:
      "交付 小交付 与其清单不符,没有装载:\n" +
      "  delivery.yaml:5 控制数 people.csv rows 不符:清单 2,文件 1,相差 -1",
    zhNext:
      "与报送单位核对后改正文件或清单,再运行;确实无法改正的由两人接受:liutong migrate accept 交付 " +
      "--file people.csv --total rows --amount -1 --reason 理由",
    en:
      "the delivery 小交付 does not agree with its manifest, nothing was loaded:\n" +
      "  delivery.yaml:5 control total people.csv rows: manifest 2, file 1, difference -1",
    enNext:
      "settle it with the sender, mend file or manifest, and run again; or two people accept it: " +
      "liutong migrate accept DELIVERY --file people.csv --total rows --amount -1 --reason WHY",
  },
  {
    code: "delivery-loaded",
    async ask(job) {
      const folder = writeDelivery(job, [person]);
      await migrateDelivery(job, folder);
      const layout = join(job.workspace.mappings, "legacy/people.yaml");
      await writeFile(layout, (await readFile(layout, "utf8")).replace("小名单", "名单"));
      await migrateDelivery(job, folder);
    },
    zh: "交付 小交付 已在第 1 次运行中装载,此后映射有改动:mappings/legacy/people.yaml",
    zhNext: "已装载的不重做:搁置的行改正后作为补充交付报送;或用 --db 另建一个库重新演练",
    en:
      "the delivery 小交付 was loaded in run 1, and the mappings changed since: " +
      "mappings/legacy/people.yaml",
    enNext:
      "what is loaded stays: deliver the corrected rows as a supplement, or rehearse with --db",
  },
  {
    code: "database-busy",
    async ask(job) {
      const file = join(job.workspace.root, "busy.db");
      const [store, other] = [
        openSqlite(file, "src/store/schema"),
        openSqlite(file, "src/store/schema"),
      ];
      await other.begin();
      await load({ ...job, store }, [person]).finally(async () => {
        await other.rollback();
        await Promise.all([store.close(), other.close()]);
      });
    },
    zh: "另一个进程正在使用数据库(例如试迁移)",
    zhNext: "等它结束后再试",
    en: "another process is using the database (a dry run, perhaps)",
    enNext: "wait for it and try again",
  },
  {
    code: "run-in-progress",
    async ask(job) {
      const elsewhere = { systemUser: "root", process: "another-machine:1", startedAt: "" };
      await job.store.runs.start({ kind: "settle", subject: "", operator: "乙", ...elsewhere });
      await load(job, [person]);
    },
    zh: "第 1 次运行(settle)正在进行:进程 another-machine:1,操作员 乙",
    zhNext: "等它结束;若该进程已不存在,重新运行即会自动接管",
    en: "run 1 (settle) is under way: process another-machine:1, operator 乙",
    enNext: "wait for it; if that process is gone, the next run takes over by itself",
  },
  {
    code: "policy-missing",
    ask: (job) => load(job, [person], (manifest) => manifest.replace("2017-01", "2001-01")),
    zh:
      "2001-01 没有可用的政策(tongliao):有 27 个参数没有生效的版本,如\n" +
      "  mappings/policies/tongliao/switch.yaml:4 2001-01-01 没有适用的规定:" +
      "统一制度启用日(dates.switchDay);请在政策文件中补充\n" +
      "  mappings/policies/common/dates.yaml:6 2001-01-01 没有适用的规定:" +
      "适用规定的日期(dates.ruleDay);请在政策文件中补充\n" +
      "  mappings/policies/common/dates.yaml:14 2001-01-01 没有适用的规定:" +
      "跨启用日的住院(dates.acrossSwitch);请在政策文件中补充",
    zhNext: "在 mappings/policies 中补充,然后运行 liutong policy check",
    en:
      "no policy for 2001-01 (tongliao): parameters without a version in force: 27, such as\n" +
      "  mappings/policies/tongliao/switch.yaml:4 no rule in force on 2001-01-01: " +
      "统一制度启用日 (dates.switchDay); add it to the policy files\n" +
      "  mappings/policies/common/dates.yaml:6 no rule in force on 2001-01-01: " +
      "适用规定的日期 (dates.ruleDay); add it to the policy files\n" +
      "  mappings/policies/common/dates.yaml:14 no rule in force on 2001-01-01: " +
      "跨启用日的住院 (dates.acrossSwitch); add it to the policy files",
    enNext: "add it under mappings/policies, then run liutong policy check",
  },
  {
    code: "output-unwritable",
    async ask(job) {
      await writeFile(job.workspace.output, "a file where the folder should be");
      await load(job, [person]);
    },
    zh: "无法写入 …/out/private/set-aside-2017-01-b566b62c.csv(ENOTDIR)",
    zhNext: "检查输出目录的权限、空间,或 liutong.yaml 的 output,然后重新运行",
    en: "…/out/private/set-aside-2017-01-b566b62c.csv cannot be written (ENOTDIR)",
    enNext: "check permissions and space of the folder, or output: in liutong.yaml, and run again",
  },
  {
    code: "dirt-unknown",
    ask: () => sampleRates("intake", ["id-lost=2%"]).catch(shortened),
    zh: "id-lost=2%:没有这种脏数据;现有:cross-scheme …",
    zhNext: "查看各种类:liutong sample make --help",
    en: "id-lost=2%: there is no such dirt; there is: cross-scheme …",
    enNext: "see the kinds: liutong sample make --help",
  },
  {
    code: "rate-unfit",
    ask: () => sampleRates(undefined, ["id-missing=2%", "id-15=101%"]),
    zh: "id-15=101%:比例应为 0% … 100% (2%, 0.25%)",
    zhNext: "写作 --rate id-missing=2%",
    en: "id-15=101%: a rate is 0% … 100% (2%, 0.25%)",
    enNext: "write it like --rate id-missing=2%",
  },
  {
    code: "folder-not-empty",
    ask: ({ workspace }) => makeCounty({ people: 100, seed: "1", out: workspace.root }),
    zh: "… 不是空目录,不会覆盖",
    zhNext: "换一个新目录",
    en: "… is not empty; nothing is overwritten",
    enNext: "choose a new folder",
  },
];

function inspect(file: string, propose: string | undefined): Promise<unknown> {
  return inspectSource({ file, propose, dir: join(file, ".."), lang: "zh" });
}

function init(folder: string, region: string | undefined): Promise<unknown> {
  return initWorkspace({ folder, region, operator: "", lang: "zh", hasSecondPerson: true });
}

/** A refusal that lists all kinds of dirt, with the first of them only. */
function shortened(error: unknown): never {
  if (!(error instanceof Refusal)) throw error;
  const values = { found: "id-lost=2%", expected: "cross-scheme …" };
  expect(error.reason("en")).toContain("cross-scheme, same-scheme, repeated-line");
  throw new Refusal("dirt-unknown", values);
}
