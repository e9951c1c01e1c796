/** A record with the number under which it last stood for itself. */
export interface Rooted {
  readonly loadedAs: string;
}

/** Numbers merged away, each with the number that was kept (which may be merged away too). */
export type Aliases = ReadonlyMap<string, string>;

/** The numbers of both halves of a split. `undefined`: a number that nobody has had yet. */
export interface NumbersAfter {
  readonly leaving: string | undefined;
  readonly staying: string;
}

/**
 * The numbers of both halves. A half whose records all came in with a number that was merged away
 * takes it back, unless a record of the other half came in with it too; the number that was kept
 * stays with the other half. Where neither half has such a number, the leaving one gets a new one.
 */
export function numbersAfter(question: {
  readonly psnNo: string;
  readonly aliases: Aliases;
  readonly leaving: readonly Rooted[];
  readonly staying: readonly Rooted[];
}): NumbersAfter {
  const { psnNo, aliases, leaving, staying } = question;
  const back = formerNumber(psnNo, aliases, leaving, staying);
  if (back !== undefined) return { leaving: back, staying: psnNo };
  const other = formerNumber(psnNo, aliases, staying, leaving);
  if (other !== undefined) return { leaving: psnNo, staying: other };
  return { leaving: undefined, staying: psnNo };
}

/**
 * Of the numbers merged away through which all records of a half came, the one merged last; where
 * they came through several, the lowest of these. A record that came in with the number kept has no
 * other to take back.
 */
function formerNumber(
  psnNo: string,
  aliases: Aliases,
  half: readonly Rooted[],
  other: readonly Rooted[],
): string | undefined {
  const taken = new Set(other.map((row) => row.loadedAs));
  const ways = half.map((row) => wayTo(psnNo, row.loadedAs, aliases));
  if (ways.some((way) => way.length === 0)) return undefined;
  const free = [...new Set(ways.flat())].filter((no) => !taken.has(no));
  const shared = free.filter((no) => ways.every((way) => way.includes(no)));
  return shared.at(-1) ?? free.sort(bySerial)[0];
}

/** The serial of ten digits behind the division tells which number was given first. */
function bySerial(left: string, right: string): number {
  return left.slice(-10) < right.slice(-10) ? -1 : 1;
}

/** The numbers from the one that a record came in with up to, without, the number kept. */
function wayTo(psnNo: string, loadedAs: string, aliases: Aliases): readonly string[] {
  const way: string[] = [];
  for (let no: string | undefined = loadedAs; no !== undefined && no !== psnNo; ) {
    way.push(no);
    no = aliases.get(no);
  }
  return way;
}

/**
 * Where the numbers merged into a person lead after a split: the number taken back is nobody's
 * alias any more, and each other one leads to the half that holds its records (to the staying one,
 * where both hold some); one without records goes on leading where it led.
 */
export function aliasesAfter(question: {
  readonly psnNo: string;
  readonly aliases: Aliases;
  readonly leaving: readonly Rooted[];
  readonly leavingNo: string;
  readonly staying: readonly Rooted[];
  readonly stayingNo: string;
}): Aliases {
  const { aliases, leaving, staying, leavingNo, stayingNo } = question;
  const after = new Map(aliases);
  after.delete(leavingNo);
  after.delete(stayingNo);
  const right = new Map<string, string>();
  for (const { loadedAs } of leaving) right.set(loadedAs, leavingNo);
  for (const { loadedAs } of staying) right.set(loadedAs, stayingNo);
  for (const no of after.keys()) {
    const holder = right.get(no);
    if (holder !== undefined && endOf(no, after) !== holder) after.set(no, holder);
  }
  return after;
}

/** The number to which a number leads. */
export function endOf(psnNo: string, aliases: Aliases): string {
  let no = psnNo;
  for (let kept = aliases.get(no); kept !== undefined; kept = aliases.get(no)) no = kept;
  return no;
}

/**
 * The records that came to a person by the merge that joined two of its records: of the numbers
 * through which only one of them came, those under the number that was merged away last. Nothing
 * where both came in under one number: no merge joined them.
 */
export function mergedHalf<Row extends Rooted>(question: {
  readonly psnNo: string;
  readonly aliases: Aliases;
  readonly rows: readonly Row[];
  readonly left: Rooted;
  readonly right: Rooted;
  /** The numbers in the order in which they were merged away, the last one last. */
  readonly mergedAway: readonly string[];
}): readonly Row[] | undefined {
  const { psnNo, aliases, rows, left, right, mergedAway } = question;
  const wayOf = (row: Rooted): readonly string[] => wayTo(psnNo, row.loadedAs, aliases);
  const [one, other] = [wayOf(left), wayOf(right)];
  const ends = [
    one.findLast((no) => !other.includes(no)),
    other.findLast((no) => !one.includes(no)),
  ].filter((no) => no !== undefined);
  const [first = "", second = first] = ends;
  if (first === "") return undefined;
  const last = mergedAway.lastIndexOf(first) > mergedAway.lastIndexOf(second) ? first : second;
  return rows.filter((row) => wayOf(row).includes(last));
}
