import { join } from "node:path";
import { runTask } from "./measure.js";
import { count, type Line, mebibytes, seconds } from "./table.js";

const PEOPLE = 1_000_000;

/** Making the synthetic registers, claims and truth of a million people; there is no peer. */
export function measureSample(folder: string, scale: number): readonly Line[] {
  const people = PEOPLE * scale;
  console.error(`making ${count(people)} people …`);
  const made = runTask("sample", join(folder, "city"), String(people));
  return [
    {
      what: `make a sample of ${count(people)} people`,
      ours: seconds(made.seconds),
      peak: mebibytes(made.peak),
    },
  ];
}
