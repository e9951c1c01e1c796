/** One measurement as it is printed; what has no peer leaves the cells empty. */
export interface Line {
  readonly what: string;
  readonly ours: string;
  readonly peer?: string;
  readonly ratio?: string;
  /** Highest memory of the process that does the work, ours and the peer's, in MiB. */
  readonly peak: string;
  /** What has to be known to read the line. */
  readonly note?: string;
}

const HEADER: Line = {
  what: "what",
  ours: "ours",
  peer: "peer",
  ratio: "ratio",
  peak: "peak MiB",
};

/** The measurements as a table for the screen, the notes below it. */
export function tableOf(lines: readonly Line[]): string {
  const rows = [HEADER, ...lines].map(cellsOf);
  const widths = cellsOf(HEADER).map((_, index) =>
    Math.max(...rows.map((row) => row[index]?.length ?? 0)),
  );
  const table = rows.map((row) =>
    row
      .map((cell, index) => {
        const width = widths[index] ?? 0;
        return index === 0 ? cell.padEnd(width) : cell.padStart(width);
      })
      .join("   "),
  );
  const notes = lines.flatMap(({ what, note }) => (note === undefined ? [] : [`${what}: ${note}`]));
  return [...table, "", ...notes].join("\n");
}

export function seconds(duration: number): string {
  return `${duration.toFixed(2)} s`;
}

/** A count with commas between the thousands. */
export function count(number: number): string {
  return String(Math.round(number)).replace(/\B(?=(\d{3})+$)/g, ",");
}

export function times(ratio: number): string {
  return `${ratio.toFixed(2)} ×`;
}

export function mebibytes(kib: number | undefined): string {
  return kib === undefined ? "?" : count(kib / 1024);
}

function cellsOf({ what, ours, peer = "", ratio = "", peak }: Line): readonly string[] {
  return [what, ours, peer, ratio, peak];
}
