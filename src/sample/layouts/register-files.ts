import { catalogueItems, catalogueRows } from "../catalogue.js";
import { type SampleFileName, sampleFiles } from "../files.js";
import { hospitalRows } from "../hospitals.js";
import { type LayoutFile, plainCells } from "./layout-file.js";

/** The bureau's crosswalks, both hospital registers and the catalogues; KA02 and KA03 apart. */
export function registerFiles(): readonly LayoutFile[] {
  const rows = [...hospitalRows(), ...catalogueRows()];
  const names = ["institutionCodes", "catalogueCodes", "institutionsNcms", "institutionsUrbmi"];
  const lists = [...names, "catalogueNcms"] as readonly SampleFileName[];
  return [
    ...lists.map((name): LayoutFile => {
      const { path, layout, encoding, header } = sampleFiles[name];
      // The rows of a county are lines already: a line is their only cell.
      const lines = rows.filter((row) => row.file === name).map((row) => plainCells([row.text]));
      const writing = { kind: "lines", encoding, delimiter: "", header: [header] } as const;
      return {
        path,
        layout,
        writing: header === "" ? { ...writing, header: [] } : writing,
        constants: {},
        rows: lines,
      };
    }),
    catalogueFile("urbmi-ka02", false),
    catalogueFile("urbmi-ka03", true),
  ];
}

function catalogueFile(layout: string, isService: boolean): LayoutFile {
  const items = catalogueItems().filter((one) => one.isService === isService);
  const rows = items.map(({ urbmiCode, name, chrgitmLv, price }) => {
    const mark = String(Number(chrgitmLv));
    const cells = isService
      ? [urbmiCode, name, "08", mark, "次", price, "2014-01-01"]
      : [urbmiCode, name, "01", mark, "", "", price, "2014-01-01", ""];
    return plainCells(cells);
  });
  const writing = { kind: "lines", encoding: "gb18030", delimiter: "\t", header: [] } as const;
  return { path: `${layout}.txt`, layout, writing, constants: {}, rows };
}
