/** How a text seems to be cut into fields. */
export interface GuessedFormat {
  /** Empty when nothing parts the lines into fields: each line is one. */
  readonly delimiter: string;
  /** The quote character, or empty text when no character is special. */
  readonly quote: string;
}

/** What parts fields in practice, the most usual first: of equals the first is taken. */
const SINGLES = [",", "\t", "|", ";", "&", "\u0001", "\u001f", "^", "~", "!", "@", "#", "$", "¦"];
const MORE_SINGLES = ["\\", "、", ",", ";", "§", "¤"];

/** Signs that stand in a delimiter of several characters; those of numbers and dates do not. */
const RUN = /[|,;&^~!@#$%*=:<>+\\/¦§]{2,16}/g;
const LONGEST = 4;

/** No table is wider than this; a line with more signs of one kind is no row of fields. */
const MOST_FIELDS = 4096;

/**
 * Guesses the delimiter from some lines: what cuts most lines into the same number of fields, and
 * the more fields the better. Delimiters inside quotes do not count.
 */
export function guessFormat(lines: readonly string[]): GuessedFormat {
  const given = lines.filter((line) => line.trim() !== "" && line.trim() !== "\u001a");
  // Excel and LibreOffice obey a first line that says so, whatever stands below.
  const told = /^"?sep=(.)"?$/i.exec(given[0] ?? "")?.[1];
  if (told !== undefined) return { delimiter: told, quote: quoteOf(told, given.slice(1)) };
  const bare = withoutTrailingTabs(withoutQuoted(given));
  const runs = runsOf(bare);
  const singles = [...SINGLES, ...MORE_SINGLES].filter(
    (sign) => !runs.some((run) => run.includes(sign)) && bare.some((line) => line.includes(sign)),
  );
  const candidates = [...runs, ...singles]
    .map((delimiter) => ({ delimiter, score: scoreOf(delimiter, bare) }))
    .filter(({ score }) => score > 0);
  const best = bestOf(candidates);
  const { delimiter } = best.delimiter === "," ? orDecimalComma(best, candidates, bare) : best;
  return { delimiter, quote: quoteOf(delimiter, given) };
}

interface Candidate {
  readonly delimiter: string;
  readonly score: number;
}

function bestOf(candidates: readonly Candidate[]): Candidate {
  const none = { delimiter: "", score: 0 };
  return candidates.reduce((found, one) => (one.score > found.score ? one : found), none);
}

/** Where commas stand in numbers (1234,56), the fields are parted by something else. */
function orDecimalComma(
  comma: Candidate,
  candidates: readonly Candidate[],
  lines: readonly string[],
): Candidate {
  const other = bestOf(candidates.filter(({ delimiter }) => /^[;\t|]$/.test(delimiter)));
  const withoutNumbers = lines.map((line) => line.replace(/(?<=\d),(?=\d)/g, ""));
  return other.score > scoreOf(",", withoutNumbers) ? other : comma;
}

/**
 * The lines without what stands in quotes. A field in quotes may run over lines, which are left
 * out; where so many are that the quotes can be no quotes, all lines stay as they are.
 */
function withoutQuoted(lines: readonly string[]): readonly string[] {
  const bare: string[] = [];
  let isInside = false;
  for (const line of lines) {
    const isOdd = (line.split('"').length - 1) % 2 === 1;
    if (!isOdd && !isInside) bare.push(line.replace(/"[^"]*(?:""[^"]*)*"/g, "x"));
    if (isOdd) isInside = !isInside;
  }
  return bare.length * 4 >= lines.length ? bare : lines;
}

/** Systems put a TAB behind every number in a CSV, so that Excel leaves it alone. */
function withoutTrailingTabs(lines: readonly string[]): readonly string[] {
  const having = lines.filter((line) => line.includes("\t,")).length;
  return having * 10 >= lines.length * 9
    ? lines.map((line) => line.replace(/\t(?=,|$)/g, ""))
    : lines;
}

/** Signs that come together in most lines: `|@|` in `1|@||@|2`, in pieces of every length. */
function runsOf(lines: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const pieces = new Set((line.match(RUN) ?? []).flatMap(piecesOf));
    for (const piece of pieces) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  }
  const usual = [...counts].filter(([, count]) => count * 10 >= lines.length * 9);
  return usual
    .map(([piece]) => piece)
    .filter((piece) => isWhole(piece, lines))
    .sort((left, right) => right.length - left.length);
}

function piecesOf(run: string): readonly string[] {
  const pieces: string[] = [];
  for (let length = 2; length <= Math.min(LONGEST, run.length); length++) {
    for (let at = 0; at + length <= run.length; at++) pieces.push(run.slice(at, at + length));
  }
  return pieces;
}

/**
 * Whether a piece is one delimiter and not two of one character around an empty field: none of its
 * characters stands alone. Commas, tabs and semicolons have empty fields between them often.
 */
function isWhole(piece: string, lines: readonly string[]): boolean {
  if (/^([,;])\1+$/.test(piece)) return false;
  const torn = lines.filter((line) => {
    const rest = line.replaceAll(piece, "");
    return [...piece].some((sign) => rest.includes(sign));
  });
  return torn.length * 20 <= lines.length;
}

/** A consistent delimiter of many fields scores high; one that fits fewer than 7 of 10 lines, 0. */
function scoreOf(delimiter: string, lines: readonly string[]): number {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const fields = line.split(delimiter).length;
    counts.set(fields, (counts.get(fields) ?? 0) + 1);
  }
  const [fields, times] = [...counts]
    .filter(([count]) => count > 1 && count <= MOST_FIELDS)
    .reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0]);
  const share = times / lines.length;
  if (share < 0.7) return 0;
  const weight = SINGLES.includes(delimiter) || delimiter.length > 1 ? 1 : 0.5;
  return weight * share * share * Math.log2(fields);
}

/**
 * Quotes are special in every CSV, also when none happens to stand in the sample; with another
 * delimiter only where fields begin and end with one.
 */
function quoteOf(delimiter: string, lines: readonly string[]): string {
  if (delimiter === "," || delimiter === ";") return '"';
  if (delimiter === "") return "";
  const fields = lines.flatMap((line) => line.split(delimiter));
  const opening = fields.filter((field) => field.startsWith('"')).length;
  const closing = fields.filter((field) => field.endsWith('"')).length;
  return opening > 0 && opening === closing ? '"' : "";
}
