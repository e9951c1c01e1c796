import type { Law } from "../../src/policy/law.js";
import type { Pack } from "../../src/policy/pack.js";
import { lawFrom, packFrom } from "../policy/law-from.js";

/** A parameter of a small law: its value as YAML writes it, or the value with its form keys. */
export type Written = string | { readonly value: string; readonly form: string };

export type Parameters = Readonly<Record<string, Written>>;

/**
 * A law out of a few parameters, read by the parser from YAML as a clerk writes it. A stay at any
 * hospital deducts 500.00 and pays 80 % unless the test says otherwise; the names below need no
 * declaration.
 */
export function smallLaw(parameters: Parameters): Law {
  return lawFrom(textOf(parameters));
}

export function smallPack(parameters: Parameters): Pack {
  return packFrom(textOf(parameters));
}

function textOf(parameters: Parameters): string {
  const all = { ...usual, ...parameters };
  const written = Object.entries(all).map(([key, one]) => {
    const { value, form } = typeof one === "string" ? { value: one, form: "" } : one;
    const keys = form === "" ? "" : `, ${form}`;
    const text = value.replace(/\s+/g, " ");
    const version = `{ from: 2010-01-01, status: confirmed, cite: 试${keys}, value: ${text} }`;
    return `  ${key}: { label: ${key}, versions: [${version}] }`;
  });
  const words = new Set(written.flatMap((line) => line.split(/[^A-Za-z]+/)));
  return [...declared(words), "parameters:", ...written].join("\n");
}

const usual: Parameters = {
  "inpatient.deductible": { value: '"500.00"', form: "per: stay" },
  "inpatient.ratio": '"0.80"',
};

/** The names of these that a law uses: a pack may not declare what it does not use. */
function declared(words: ReadonlySet<string>): readonly string[] {
  return Object.entries(names).flatMap(([kind, all]) => {
    const used = Object.entries(all).filter(([name]) => words.has(name));
    if (used.length === 0) return [];
    return [`${kind}: { ${used.map(([name, label]) => `${name}: ${label}`).join(", ")} }`];
  });
}

const names: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  identities: { poor: "建档立卡", minLiving: "低保", destitute: "特困", disabled: "重残" },
  hospitals: { herbal: "中医医院" },
  diseases: { tumour: "恶性肿瘤", hypertension: "高血压", diabetes: "糖尿病", dialysis: "透析" },
  kinds: { drug: "药品", exam: "检查", surgery: "手术", consumable: "耗材" },
  cares: { inpatient: "住院", outpatient: "门诊", chronic: "慢特病" },
  payers: {
    critical: "{ label: 大病保险, field: hifmi_pay }",
    commercial: "{ label: 商业补充, field: oth_pay }",
    aid: "{ label: 医疗救助, field: maf_pay }",
    secondAid: "{ label: 二次救助, field: maf_pay }",
    topUp: "{ label: 兜底, field: oth_pay }",
  },
};
