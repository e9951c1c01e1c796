import { zip } from "./zip-bytes.js";

/** An XLSX made by hand: what stands in its sheet, and what else is otherwise than usual. */
export interface MadeXlsx {
  /** Inside `<worksheet>`. */
  readonly sheet: string;
  readonly strings?: string;
  /** Before the root of the sheet's part. */
  readonly prolog?: string;
  readonly more?: Readonly<Record<string, string | Uint8Array>>;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const RELATIONS = "application/vnd.openxmlformats-package.relationships";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** The bytes of a workbook with one sheet, part by part. */
export function xlsxBytes({ sheet, strings, prolog = "", more = {} }: MadeXlsx): Buffer {
  const part = (name: string, type: string): string =>
    `<Override PartName="/xl/${name}" ContentType="${TYPE}.${type}+xml"/>`;
  const link = (id: number, type: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${LINKS}/${type}" Target="${target}"/>`;
  const links = (inside: string): string =>
    `<Relationships xmlns="${PACKAGE}/relationships">${inside}</Relationships>`;
  const parts: Readonly<Record<string, string | Uint8Array>> = {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types">
      <Default Extension="rels" ContentType="${RELATIONS}+xml"/>
      ${part("workbook.xml", "sheet.main")}${part("worksheets/sheet1.xml", "worksheet")}
      ${part("sharedStrings.xml", "sharedStrings")}</Types>`,
    "_rels/.rels": links(link(1, "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><sheets>
      <sheet name="名单" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": links(
      link(1, "worksheet", "worksheets/sheet1.xml") + link(2, "sharedStrings", "sharedStrings.xml"),
    ),
    "xl/worksheets/sheet1.xml": `<?xml version="1.0"?>${prolog}
      <worksheet xmlns="${MAIN}">${sheet}</worksheet>`,
    "xl/sharedStrings.xml": strings ?? `<sst xmlns="${MAIN}" count="0"></sst>`,
    ...more,
  };
  return zip(Object.entries(parts).map(([name, text]) => ({ name, content: Buffer.from(text) })));
}
