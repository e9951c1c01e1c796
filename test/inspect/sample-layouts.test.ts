import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { packageRoot } from "../../src/io/files.js";
import { readDocument } from "../../src/io/yaml.js";
import { inspectSource } from "../../src/jobs/inspect-source.js";
import { readMappings } from "../../src/jobs/mappings.js";
import { parseManifest } from "../../src/migrate/manifest.js";

const root = packageRoot();
const folder = join(root, "samples/layouts");
const { document } = await readDocument(join(folder, "delivery.yaml"));
if (document === undefined) throw new Error("the manifest of the sample cannot be read");
const { files } = parseManifest("delivery.yaml", document).manifest;
const names = files.map((file) => file.layout);
const { layouts } = await readMappings(join(root, "mappings"), names);

// What a bare look at a file says, against the mapping that somebody wrote who knew it.
describe("the sample of every layout", () => {
  test.each(files.map((file) => [file.path, file] as const))("%s", async (path, file) => {
    const layout = layouts.get(file.layout);
    if (layout === undefined) throw new Error(file.layout);
    const { format } = layout;
    const { path: archive = path, entry } = file.packed ?? {};
    const question = { file: join(folder, archive), entry, dir: root, lang: "zh" } as const;
    const report = await inspectSource(question);
    expect(report.rows).toBe(file.rows);
    const kind = { sheet: path.slice(-3), dbf: "dbf" }[format.kind as string] ?? format.kind;
    expect(report.format).toBe(kind);
    if ("delimiter" in format) expect(report.delimiter).toBe(format.delimiter);
    if ("headerRows" in format) expect(report.headerRows).toBe(format.headerRows);
    if ("encoding" in format) {
      const isPlain = readFileSync(join(folder, archive)).every((byte) => byte < 0x80);
      expect(report.encoding).toBe(isPlain ? "ascii" : format.encoding);
    }
    const delivered = layout.columnNames.filter((_, index) => !layout.optional.has(index));
    if (report.header) expect(report.columns.map((one) => one.name)).toEqual(delivered);
    else if (format.kind === "delimited") {
      expect(report.columns.length).toBe(layout.columnNames.length);
    }
  });
});
