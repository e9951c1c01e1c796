import { parse } from "yaml";

/**
 * A case of law as an expert writes it: a person, their claims of a year in order, and what each
 * comes to. Fields of records keep their national names; what a claim does not say is that of a
 * plain stay (`test/scenarios/claims.ts`). Amounts are yuan as text, days YYYY-MM-DD.
 */
export interface Scenario {
  readonly name: string;
  /** Where the expected amounts were read; every case of `test/scenarios` has one. */
  readonly cite?: string;
  readonly person: PersonFacts;
  readonly claims: readonly ClaimFacts[];
  /** Fee lines on their own: what the catalogue makes of each. */
  readonly lines: readonly LineFacts[];
  /** What the person's funding comes to, by the name of the table; `none` where no row fits. */
  readonly funding?: Readonly<Record<string, string>>;
  readonly start?: StartFacts;
}

export interface PersonFacts {
  readonly scheme?: string;
  readonly class?: string;
  readonly tier?: string;
  readonly age?: number;
  /** Consecutive years enrolled before this one. */
  readonly years?: number;
  readonly identities?: readonly string[];
  readonly division?: string;
}

export interface ClaimFacts {
  /** Last day of the care, and of its settlement. */
  readonly day?: string;
  readonly begndate?: string;
  readonly level?: string;
  readonly hospital?: string;
  readonly traits?: readonly string[];
  readonly medType?: string;
  readonly place?: string;
  readonly referral?: string;
  readonly disease?: string;
  readonly sessions?: number;
  readonly months?: number;
  /** 就诊ID, and that of the stay which this one was referred from. */
  readonly visit?: string;
  readonly from?: string;
  /** In scope; with over and first the rest of `whole` is full self-pay. */
  readonly scope?: string;
  readonly whole?: string;
  readonly over?: string;
  readonly first?: string;
  /** Instead of the amounts: fee lines, which the catalogue of the day classifies. */
  readonly lines?: readonly LineFacts[];
  /** What was spent on which day, where the law cuts the stay at a day. */
  readonly days?: readonly { readonly day: string; readonly cost: string }[];
  /** What the window posted, where it did: it binds. */
  readonly posted?: Amounts;
  readonly gives: Amounts;
  /** What the person's year has under these names afterwards, yuan. */
  readonly year?: Amounts;
}

export interface LineFacts {
  /** Class A, B or C, and the region's kind of it. */
  readonly item: string;
  readonly kind?: string;
  readonly price: string;
  readonly count?: string;
  readonly gives?: Amounts;
}

export interface StartFacts {
  readonly joined: string;
  readonly months?: number;
  readonly days?: number;
  readonly gives: string;
}

/** Amounts by national field, camelCased. */
export type Amounts = Readonly<Record<string, string>>;

/** A file of scenarios: the law (a policy file's text, or a shipped region), and the cases. */
export interface ScenarioFile {
  readonly region?: string;
  /** Text of a policy file, where the law is the file's own. */
  readonly policy?: string;
  readonly cases: readonly Scenario[];
}

const keys = {
  case: ["name", "cite", "person", "claims", "lines", "funding", "start"],
  person: ["scheme", "class", "tier", "age", "years", "identities", "division"],
  claim: [
    ...["day", "begndate", "level", "hospital", "traits", "medType", "place", "referral"],
    ...["disease", "sessions", "months", "visit", "from", "scope", "whole", "over", "first"],
    ...["lines", "days", "posted", "gives", "year"],
  ],
  line: ["item", "kind", "price", "count", "gives"],
  start: ["joined", "months", "days", "gives"],
} as const;

/**
 * Reads a file of scenarios: `region: NAME` or a whole policy file, a line `---`, the cases.
 * Anything in it that is not understood fails the test.
 */
export function scenarioFile(text: string): ScenarioFile {
  const [policy = "", cases = ""] = text.split(/^---$/m);
  const region = /^region: (\w+)$/m.exec(policy)?.[1];
  const law = region === undefined ? { policy } : { region };
  return { ...law, cases: casesIn(cases) };
}

/** Reads a list of cases alone: they stand beside the law that they try. */
export function casesIn(text: string): readonly Scenario[] {
  return (parse(text) as unknown[]).map(scenarioOf);
}

function scenarioOf(node: unknown): Scenario {
  const found = known(node, "case");
  const claims = listOf(found["claims"]).map((one) => {
    const claim = known(one, "claim");
    for (const line of listOf(claim["lines"])) known(line, "line");
    if (claim["gives"] === undefined) throw new Error(`${String(found["name"])}: no gives`);
    return claim;
  });
  for (const line of listOf(found["lines"])) known(line, "line");
  if (found["start"] !== undefined) known(found["start"], "start");
  const person = found["person"] === undefined ? {} : known(found["person"], "person");
  const lines = listOf(found["lines"]);
  if (claims.length + lines.length === 0 && !found["funding"] && !found["start"]) {
    throw new Error(`${String(found["name"])} expects nothing`);
  }
  return { ...found, person, claims, lines } as unknown as Scenario;
}

function known(node: unknown, kind: keyof typeof keys): Record<string, unknown> {
  const found = node as Record<string, unknown>;
  for (const key of Object.keys(found)) {
    if (!(keys[kind] as readonly string[]).includes(key)) {
      throw new Error(`${key} is no key of a ${kind}: ${JSON.stringify(node)}`);
    }
  }
  return found;
}

function listOf(node: unknown): readonly unknown[] {
  return (node as readonly unknown[] | undefined) ?? [];
}
