import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Job } from "../../src/jobs/job.js";
import { explainPair } from "../../src/jobs/match/explain-pair.js";
import { matchFiles } from "../../src/jobs/match/match-files.js";
import type { RefusalRow } from "./refusal-row.js";

const SPEC = "title: 名单\nfields:\n  姓名: { kind: name, levels: [equal] }\nblocking: [[姓名]]\n";
const OPTIONAL = SPEC.replace("[equal]", "[equal], optional: true");
const LIST = "编号,姓名\n1,张三\n2,张三\n";

/** Refusals of lists that cannot be matched. */
export const ofLists: readonly RefusalRow[] = [
  {
    code: "column-unknown",
    ask: (job) => match(job, { lists: ["编号,name\n1,张三\n2,李四\n"] }),
    zh: "…/list-1.csv 没有列 姓名;它的表头是:编号, name",
    zhNext: "用 --id 指定已有的列,或在比对规则的 column 中写上这个列名;可缺的字段写 optional: true",
    en: "…/list-1.csv has no column 姓名; its header is: 编号, name",
    enNext: "name a column that is there: --id, or column: in the spec; or say optional: true",
  },
  {
    code: "column-twice",
    ask: (job) => match(job, { lists: ["编号,姓名,姓名\n1,张三,李四\n2,李四,李四\n"] }),
    zh: "…/list-1.csv 的表头中有两列 姓名,不知取哪一列",
    zhNext: "给其中一列改名,或删去一列",
    en: "the header of …/list-1.csv has two columns 姓名: which one is meant cannot be known",
    enNext: "rename one of them, or take it out",
  },
  {
    code: "columns-not-comparable",
    ask: (job) => match(job, { spec: OPTIONAL, lists: ["编号,name\n1,张三\n2,李四\n"] }),
    zh: "这些名单没有任何共同的列可以比较;比对规则认识的列名:姓名",
    zhNext: "在比对规则的 column 中写上名单的列名",
    en: "these lists have no column in common that could be compared; the spec knows: 姓名",
    enNext: "name the columns of the lists in the spec, under column:",
  },
  {
    code: "list-row-broken",
    ask: (job) => match(job, { lists: ["编号,姓名\n1,张三\n2,李四,男\n3,王五\n"] }),
    zh: "…/list-1.csv 第 3 行有 3 列,表头有 2 列",
    zhNext: "改正这一行(分隔符、引号)后重新运行;查看整个文件:liutong source inspect 文件",
    en: "…/list-1.csv, line 3: 3 fields, where the header has 2",
    enNext: "mend the line (delimiters, quotes) and run it again; see: liutong source inspect FILE",
  },
  {
    code: "list-empty",
    ask: (job) => match(job, { lists: ["编号,姓名\n1,张三\n"] }),
    zh: "…/list-1.csv 不足两行,没有什么可以比对",
    zhNext: "检查文件;首行须为表头",
    en: "…/list-1.csv holds fewer than two rows, there is nothing to match",
    enNext: "check the file; its first line must be the header",
  },
  {
    code: "list-not-second",
    ask: (job) => match(job, { lists: [LIST], isAcross: true }),
    zh: "--across 只比对两份名单之间的,但只给了一份",
    zhNext: "加上第二份名单,或去掉 --across",
    en: "--across matches across two lists, but one was given",
    enNext: "add a second list, or leave out --across",
  },
  {
    code: "id-empty",
    ask: (job) => match(job, { lists: ["编号,姓名\n1,张三\n,李四\n"] }),
    zh: "…/list-1.csv 第 3 行的编号为空",
    zhNext: "补上编号,或用 --id 指定每行都有值的列",
    en: "…/list-1.csv, line 3: the id is empty",
    enNext: "fill it in, or choose a column with --id that every row fills",
  },
  {
    code: "id-repeated",
    ask: (job) => match(job, { lists: ["编号,姓名\n1,张三\n2,李四\n1,王五\n"] }),
    zh: "…/list-1.csv 第 4 行的编号 1 在第 2 行已经出现",
    zhNext: "用 --id 指定不重复的列(行号或流水号),不要用证件号码",
    en: "…/list-1.csv, line 4: the id 1 stands on line 2 already",
    enNext: "choose a column with --id that is unique (a row number), not the certificate number",
  },
  {
    code: "id-in-both-lists",
    ask: (job) => match(job, { lists: [LIST, "编号,姓名\n9,张三\n2,李四\n"], clusters: "c.csv" }),
    zh: "编号 2 在两份名单中都有,聚类结果将无法区分",
    zhNext: "给编号加上来源前缀(如 A-、B-),或去掉 --clusters",
    en: "the id 2 stands in both lists, so clusters could not tell them apart",
    enNext: "put the source before the ids (A-, B-), or leave out --clusters",
  },
  {
    code: "weights-differ",
    async ask(job) {
      const shares = "same: [0.9, 0.1]\n    different: [[0.1, 0.9]]";
      const weights =
        "title: 名单\nversion: 1\nrows: 2\npairs: 1\nprior: [0.1]\n" +
        `fields:\n  name:\n    levels: [equal, differ]\n    ${shares}\n`;
      await writeFile(join(job.workspace.root, "weights.yaml"), weights);
      await match(job, { lists: [LIST], weights: "weights.yaml" });
    },
    zh: "权重文件 …/weights.yaml 不是按这份比对规则训练的(字段或等级不同)",
    zhNext: "重新训练:liutong match train 名单 --spec 规则 --id 列 --out 权重文件",
    en: "the weights in …/weights.yaml were trained for other fields or levels than this spec has",
    enNext: "train again: liutong match train LIST --spec SPEC --id COLUMN --out WEIGHTS",
  },
  {
    code: "list-row-unknown",
    async ask(job) {
      await match(job, { lists: [LIST] });
      const [spec, list] = ["spec.yaml", "list-1.csv"].map((name) =>
        join(job.workspace.root, name),
      );
      const rest = { id: "编号", isAcross: false, dir: job.workspace.root, progress: job.progress };
      await explainPair({ left: "1", right: "7", spec: spec ?? "", files: [list ?? ""], ...rest });
    },
    zh: "名单中没有编号 7",
    zhNext: "检查编号和 --id 所指的列;两份名单时,左边的编号先在第一份里找",
    en: "no list has the id 7",
    enNext:
      "check the id and the column of --id; with two lists the left id is sought in the first",
  },
  {
    code: "output-is-input",
    ask: (job) => match(job, { lists: [LIST], out: "list-1.csv" }),
    zh: "…/list-1.csv 既是输入又是输出,或写了两次",
    zhNext: "换一个输出文件名",
    en: "…/list-1.csv is both read and written, or written twice",
    enNext: "choose another name for the output",
  },
];

interface Question {
  readonly spec?: string;
  readonly lists: readonly string[];
  readonly out?: string;
  readonly clusters?: string;
  readonly weights?: string;
  readonly isAcross?: boolean;
}

/** Writes a spec and lists into the workspace and matches them. */
async function match(job: Job, question: Question): Promise<unknown> {
  const { root } = job.workspace;
  const { spec = SPEC, lists, out = "pairs.csv", clusters, weights, isAcross = false } = question;
  const files = lists.map((_, at) => join(root, `list-${at + 1}.csv`));
  await writeFile(join(root, "spec.yaml"), spec);
  for (const [at, file] of files.entries()) await writeFile(file, lists[at] ?? "");
  return matchFiles({
    spec: join(root, "spec.yaml"),
    files,
    id: "编号",
    out: join(root, out),
    clusters: clusters === undefined ? undefined : join(root, clusters),
    weights: weights === undefined ? undefined : join(root, weights),
    floor: 0.01,
    isAcross,
    dir: root,
    progress: job.progress,
  });
}
