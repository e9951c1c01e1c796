import { runTask } from "./measure.js";
import { count, type Line, mebibytes, times } from "./table.js";

/** Reading, proving and compiling a region's law, against parsing the YAML of the same files. */
export function measurePolicies(): readonly Line[] {
  console.error("reading the packs …");
  const { result, peak } = runTask("read-packs");
  const { packs = 1, slowest = 0, total = 0, yaml = 1 } = result;
  return [
    {
      what: "read and compile a pack",
      ours: `${count(slowest)} ms`,
      peer: `${count(yaml / packs)} ms`,
      ratio: times(total / yaml),
      peak: mebibytes(peak),
      note:
        `the slowest of ${packs} packs, the first of them with nothing warm; the peer only ` +
        "parses the YAML of the same files; the ratio is that of all packs",
    },
  ];
}
