import { paidFields } from "../../domain/amounts.js";
import { add, fromFen, subtract, sum, type Yuan, yuanText } from "../../domain/money.js";
import type { Amounts } from "../../domain/records.js";
import type { Names } from "../../policy/names.js";

/** One claim three times: as it was posted, by its own law, and by the other. */
export interface SimulatedClaim {
  readonly class: string;
  readonly level: string;
  /** The words of its own law. */
  readonly names: Names;
  readonly posted: Amounts;
  readonly before: Amounts;
  readonly after: Amounts;
}

/** What another law would have meant. */
export interface SimulatedTotals {
  readonly people: number;
  readonly claims: number;
  readonly gaining: number;
  readonly losing: number;
  /** Who pays what: as posted, by the law in force, by the other one. */
  readonly layers: readonly {
    readonly field: keyof Amounts;
    readonly posted: string;
    readonly before: string;
    readonly after: string;
    readonly difference: string;
  }[];
  readonly classes: readonly GroupTotals[];
  readonly levels: readonly GroupTotals[];
}

/** A group of people (by class) or of bills (by level of hospital). */
export interface GroupTotals {
  readonly name: string;
  readonly label: string;
  readonly count: number;
  readonly gaining: number;
  readonly losing: number;
  /** The persons' own share by the law in force and by the other. */
  readonly before: string;
  readonly after: string;
  readonly difference: string;
}

interface Group {
  count: number;
  gaining: number;
  losing: number;
  before: Yuan;
  after: Yuan;
}

/** Adds up person by person; nobody is kept. */
export class Simulation {
  private people = 0;
  private claims = 0;
  private gaining = 0;
  private losing = 0;
  private readonly layers = new Map<keyof Amounts, { posted: Yuan; before: Yuan; after: Yuan }>();
  private readonly classes = new Map<string, Group>();
  private readonly levels = new Map<string, Group>();
  private names: Names | undefined;

  add(claims: readonly SimulatedClaim[]): void {
    const before = sum(claims.map((one) => one.before.psnPartAmt));
    const after = sum(claims.map((one) => one.after.psnPartAmt));
    this.people += 1;
    this.names ??= claims[0]?.names;
    this.claims += claims.length;
    if (after < before) this.gaining += 1;
    if (after > before) this.losing += 1;
    count(this.classes, claims[0]?.class ?? "", before, after);
    for (const one of claims) {
      count(this.levels, one.level, one.before.psnPartAmt, one.after.psnPartAmt);
      for (const field of paidFields) this.layer(field, one);
    }
  }

  totals(): SimulatedTotals {
    const { people, claims, gaining, losing } = this;
    const { classes, levels } = this.names?.labels ?? NO_LABELS;
    const layers = paidFields.map((field) => {
      const sums = this.layers.get(field) ?? { posted: nothing, before: nothing, after: nothing };
      return {
        field,
        posted: yuanText(sums.posted),
        before: yuanText(sums.before),
        after: yuanText(sums.after),
        difference: yuanText(subtract(sums.after, sums.before)),
      };
    });
    return {
      ...{ people, claims, gaining, losing, layers },
      classes: groupsOf(this.classes, classes),
      levels: groupsOf(this.levels, levels),
    };
  }

  private layer(field: keyof Amounts, one: SimulatedClaim): void {
    const sums = this.layers.get(field) ?? { posted: nothing, before: nothing, after: nothing };
    sums.posted = add(sums.posted, one.posted[field]);
    sums.before = add(sums.before, one.before[field]);
    sums.after = add(sums.after, one.after[field]);
    this.layers.set(field, sums);
  }
}

const nothing = fromFen(0);
const NO_LABELS = { classes: new Map<string, string>(), levels: new Map<string, string>() };

function count(groups: Map<string, Group>, name: string, before: Yuan, after: Yuan): void {
  const group = groups.get(name) ?? {
    ...{ count: 0, gaining: 0, losing: 0 },
    ...{ before: nothing, after: nothing },
  };
  group.count += 1;
  if (after < before) group.gaining += 1;
  if (after > before) group.losing += 1;
  group.before = add(group.before, before);
  group.after = add(group.after, after);
  groups.set(name, group);
}

/** In the order of the region's own list. */
function groupsOf(
  groups: ReadonlyMap<string, Group>,
  labels: ReadonlyMap<string, string>,
): readonly GroupTotals[] {
  const order = [...labels.keys()];
  const names = [...groups.keys()].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return names.map((name) => {
    const { before, after, ...counts } = groups.get(name) as Group;
    return {
      name,
      label: labels.get(name) ?? name,
      ...counts,
      before: yuanText(before),
      after: yuanText(after),
      difference: yuanText(subtract(after, before)),
    };
  });
}
