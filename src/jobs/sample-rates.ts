import { basename, join } from "node:path";
import { Refusal } from "../domain/refusal.js";
import { listFiles, packageRoot } from "../io/files.js";
import { readDocument } from "../io/yaml.js";
import { parseRates, RATE_STYLE } from "../sample/parse-rates.js";
import {
  claimKinds,
  type DirtKind,
  dirtKinds,
  isDirtKind,
  type Kind,
  personKinds,
  type Rates,
  rateText,
  readRate,
  usualRates,
} from "../sample/rates.js";

/** The rates that come with the program, by their names: `intake`. */
const SHIPPED = join(packageRoot(), "samples/rates");

/**
 * The rates that a user asks for: the usual ones, or those of a file (a path, or the name of one
 * that is shipped), and single ones over them (`id-missing=2%`). Refuses unknown kinds and rates.
 */
export async function sampleRates(
  file: string | undefined,
  single: readonly string[],
): Promise<Rates> {
  const rates = { ...(file === undefined ? usualRates : await ratesIn(file)) };
  for (const text of single) {
    const [, kind = "", percent = ""] = /^([^=]*)=(.*)$/.exec(text) ?? [];
    const rate = readRate(percent);
    if (!isDirtKind(kind)) {
      const expected = Object.keys(dirtKinds).join(", ");
      throw new Refusal("dirt-unknown", { found: text, expected });
    }
    if (rate === undefined) throw new Refusal("rate-unfit", { found: text, expected: RATE_STYLE });
    rates[kind] = rate;
  }
  return rates;
}

async function ratesIn(file: string): Promise<Rates> {
  const shipped = (await listFiles(SHIPPED)).map((path) => basename(path, ".yaml"));
  const path = shipped.includes(file) ? join(SHIPPED, `${file}.yaml`) : file;
  const { document, problems } = await readDocument(path, file);
  if (document === undefined) throw new Refusal("files-wrong", { found: file }, problems);
  const { rates, problems: wrong } = parseRates(file, document);
  if (wrong.length > 0) throw new Refusal("files-wrong", { found: file }, wrong);
  return rates;
}

/** A kind of dirt that can be asked for: its usual rate, and what becomes of the row. */
export interface OfferedDirt extends Pick<Kind, "expected" | "reported"> {
  readonly kind: DirtKind;
  /** `1.5%` */
  readonly rate: string;
}

/** Every kind that can be asked for. */
export function offeredDirt(): {
  readonly ofPeople: readonly OfferedDirt[];
  readonly ofClaims: readonly OfferedDirt[];
} {
  return { ofPeople: offered(personKinds), ofClaims: offered(claimKinds) };
}

function offered(kinds: Readonly<Partial<Record<DirtKind, Kind>>>): readonly OfferedDirt[] {
  return (Object.keys(kinds) as DirtKind[]).map((kind) => {
    const { rate, expected, reported } = dirtKinds[kind];
    return { kind, rate: rateText(rate), expected, reported };
  });
}
