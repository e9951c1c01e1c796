import type { Ratio, Yuan } from "../domain/money.js";
import type { Codes } from "./dimensions.js";
import type {
  Adjusted,
  Adjustment,
  Band,
  CatalogueLaw,
  CountedPart,
  CoverageLaw,
  CoverageStart,
  Effect,
  FundingLaw,
  Law,
  Limit,
  PayerSection,
  Rate,
  Row,
  Section,
  SectionLimit,
  Table,
} from "./law.js";
import type { Names } from "./names.js";
import type { Parameter, Version } from "./pack.js";
import { type InForce, isAtWork } from "./required.js";
import { countingSessions, datesOf, formOf, wordOf } from "./single-values.js";
import { countedParts, subsidisers } from "./spec.js";
import { tableOf } from "./table.js";
import type { PriceBand } from "./values.js";
import { admissionCounts } from "./versions.js";

/**
 * Makes the law of a day out of the versions in force. The tables of a version are made once, and
 * every period in which it is in force has the same one.
 */
export class Compiler {
  private readonly tables = new Map<Version, Table<unknown>>();
  private readonly keys: readonly string[];

  constructor(
    private readonly names: Names,
    private readonly codes: Codes,
    parameters: readonly Parameter[],
  ) {
    this.keys = parameters.map((parameter) => parameter.key);
  }

  /** In: a way to find what is in force; every parameter that the day needs must be. */
  lawOf(inForce: InForce): Law {
    const { names, codes } = this;
    const cares = [...names.labels.cares.keys()].filter((care) => inForce(`${care}.ratio`));
    return {
      dates: datesOf(inForce),
      coverage: this.coverage(inForce),
      funding: this.funding(inForce),
      catalogue: this.catalogue(inForce),
      careKind: this.table<string>(inForce("care.kind")),
      cares: new Map(cares.map((care) => [care, this.section(care, inForce)])),
      payers: this.payers(inForce),
      payUnit: payUnitOf(wordOf(inForce("payers.rounding"))),
      caseOf: (facts) => codes.caseOf(facts),
      chooseCare: (on, care) => codes.chooseCare(on, care),
    };
  }

  /** The table of a version; the reader has seen that its values are of this kind. */
  private table<Value>(version: Version | undefined): Table<Value> {
    if (version === undefined) return tableOf<Value>([], this.codes);
    const known = this.tables.get(version);
    if (known !== undefined) return known as Table<Value>;
    const rows = version.value.way === "rows" ? version.value.rows : [];
    const said = version.form["admissions"] ?? version.form["counts"];
    const counts = admissionCounts.find((one) => one === said);
    const table = tableOf(rows as readonly Row<Value>[], this.codes, counts);
    this.tables.set(version, table);
    return table;
  }

  /** The table of a parameter under a key of its own, where it is in force. */
  private optional<Key extends string, Value>(
    key: Key,
    version: Version | undefined,
  ): { readonly [name in Key]?: Table<Value> } {
    if (version === undefined) return {};
    return { [key]: this.table<Value>(version) } as { readonly [name in Key]?: Table<Value> };
  }

  private section(name: string, inForce: InForce): Section {
    const at = (tail: string): Version | undefined => inForce(`${name}.${tail}`);
    const deductible = at("deductible");
    const ratio = at("ratio");
    const sessions = at("package");
    const floor = at("floor");
    const { cares, payers } = this.names.labels;
    const kind = cares.has(name) ? cares : payers;
    return {
      name,
      place: [...kind.keys()].indexOf(name),
      label: this.names.labels.cares.get(name) ?? this.names.labels.payers.get(name) ?? name,
      ...(deductible && {
        deductible: {
          ...this.adjusted<Yuan>(`${name}.deductible`, deductible, inForce),
          per: formOf<"stay" | "visit" | "month" | "year">(deductible, "per", "stay"),
          pool: deductible.form["with"] ?? name,
        },
      }),
      ...this.optional<"yearlyDeductible", Limit>("yearlyDeductible", at("deductible.yearly")),
      ...(ratio && {
        ratio: {
          ...this.adjusted<Rate>(`${name}.ratio`, ratio, inForce),
          per: formOf<"stay" | "year">(ratio, "per", "stay"),
          axis: formOf<"gross" | "net">(ratio, "axis", "net"),
          pool: ratio.form["with"] ?? name,
        },
      }),
      ...this.optional<"firstShare", Ratio>("firstShare", at("firstShare")),
      ...(sessions && {
        package: Object.assign(this.table<readonly PriceBand[]>(sessions), {
          takes: formOf<"fixed" | "most">(sessions, "counts", "most"),
          each: formOf<"session" | "day">(sessions, "each", "session"),
        }),
      }),
      ...(floor && {
        floor: Object.assign(this.table<Ratio>(floor), {
          of: formOf<"scope" | "total">(floor, "of", "scope"),
          lessDeductible: floor.form["less"] === "deductible",
        }),
      }),
      limits: this.limits(name, inForce),
    };
  }

  private adjusted<Value>(base: string, version: Version, inForce: InForce): Adjusted<Value> {
    const order = inForce(`${base}.order`);
    const named = order?.value.way === "order" ? order.value.order : [];
    const adjustments = this.keys
      .filter((key) => key.startsWith(`${base}.adjust.`))
      .flatMap((key): readonly Adjustment[] => {
        const one = inForce(key);
        if (one === undefined) return [];
        const name = key.slice(base.length + ".adjust.".length);
        return [{ name, table: this.table<Effect>(one) }];
      })
      .sort((left, right) => named.indexOf(left.name) - named.indexOf(right.name));
    const isCount = version.form["counts"] === "sessions";
    return {
      base: this.table<Value>(version),
      adjustments: isCount ? adjustments.map(countingSessions) : adjustments,
    };
  }

  /** In the order of the files. */
  private limits(name: string, inForce: InForce): readonly SectionLimit[] {
    const isLimit = (key: string): boolean => key.startsWith(`${name}.limit.`);
    const bases = this.keys.filter((key) => isLimit(key) && key.split(".").length === 3);
    return bases.flatMap((key) => {
      const version = inForce(key);
      if (version === undefined) return [];
      return [
        {
          pool: key.slice(`${name}.limit.`.length),
          ...this.adjusted<Limit>(key, version, inForce),
          per: formOf<SectionLimit["per"]>(version, "per", "year"),
          counts: formOf<SectionLimit["counts"]>(version, "counts", "payment"),
          ...(version.form["each"] === undefined ? {} : { each: "disease" as const }),
        },
      ];
    });
  }

  private payers(inForce: InForce): readonly PayerSection[] {
    const order = inForce("payers.order");
    const names = order?.value.way === "order" ? order.value.order.slice(1) : [];
    return names
      .filter((name) => isAtWork(inForce, name))
      .map((name): PayerSection => {
        const target = inForce(`${name}.target`);
        const over = wordOf(inForce(`${name}.over`)) ?? target?.form["over"];
        return {
          ...this.section(name, inForce),
          field: this.names.payerFields.get(name) ?? "othPay",
          ...this.optional<"applies", boolean>("applies", inForce(`${name}.applies`)),
          over: over === "year" ? "year" : "bill",
          counts: this.counted(name, inForce, target),
          ...(target && {
            target: Object.assign(this.table<Ratio>(target), {
              of: formOf<"total" | "scope">(target, "of", "scope"),
            }),
          }),
        };
      });
  }

  /** A target is measured on all that it names, so what it does not speak about counts by that. */
  private counted(
    name: string,
    inForce: InForce,
    target: Version | undefined,
  ): PayerSection["counts"] {
    const entries = Object.entries(countedParts).map(([part, otherwise]) => {
      const version = inForce(`${name}.counts.${part}`);
      if (version !== undefined) return [part, this.table<boolean>(version)] as const;
      const ofTarget = part === "deductible" || target?.form["of"] === "total";
      return [part, otherwise === "yes" || (target !== undefined && ofTarget)] as const;
    });
    return Object.fromEntries(entries) as Record<CountedPart, Table<boolean> | boolean>;
  }

  private coverage(inForce: InForce): CoverageLaw {
    return {
      class: this.table<string>(inForce("coverage.class")),
      ageDay: (wordOf(inForce("coverage.ageDay")) ?? "ruleDay") as CoverageLaw["ageDay"],
      ...this.optional<"start", CoverageStart>("start", inForce("coverage.start")),
      psnTypeOf: (name) => this.names.psnTypes.get(name) ?? "",
    };
  }

  private funding(inForce: InForce): FundingLaw {
    const parts = subsidisers.flatMap((payer) => {
      const version = inForce(`funding.subsidy.${payer}`);
      return version === undefined ? [] : [[payer, this.table<Yuan>(version)] as const];
    });
    return {
      contribution: this.table<Yuan>(inForce("funding.contribution")),
      subsidy: this.table<Yuan>(inForce("funding.subsidy")),
      subsidyBy: new Map(parts),
      ...this.optional<"aided", Ratio>("aided", inForce("funding.aided")),
      ...this.optional<"account", Yuan>("account", inForce("funding.account")),
    };
  }

  private catalogue(inForce: InForce): CatalogueLaw {
    const consumable = inForce("catalogue.consumable");
    return {
      ...this.optional<"firstSelfPay", Ratio>("firstSelfPay", inForce("catalogue.firstSelfPay")),
      ...(consumable && {
        consumable: Object.assign(this.table<readonly Band[]>(consumable), {
          takes: formOf<"slab" | "marginal">(consumable, "way", "slab"),
        }),
      }),
      ...this.optional<"uplimit", Limit>("uplimit", inForce("catalogue.uplimit")),
      rounding: wordOf(inForce("catalogue.rounding")) === "bill" ? "bill" : "line",
    };
  }
}

function payUnitOf(word: string | undefined): Law["payUnit"] {
  if (word === "jiao") return 10;
  return word === "yuan" ? 100 : 1;
}
