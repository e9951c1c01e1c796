/** What a cell can look like; the places of these styles in the style sheet below. */
export const style = {
  header: 1,
  text: 2,
  marked: 3,
  wrapped: 4,
  wrappedMarked: 5,
  wrappedFaint: 6,
  wrappedEntry: 7,
} as const;

export const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** What holds the sheets together. */
export function frame(names: readonly string[]): readonly (readonly [string, string])[] {
  const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const sheets = names.map(
    (name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const relations = names.map(
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Type="${DOCUMENT}/worksheet" ` +
      `Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  const overrides = names.map(
    (_, at) =>
      `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ` +
      `ContentType="${TYPE}.worksheet+xml"/>`,
  );
  const styles = `<Relationship Id="rId0" Type="${DOCUMENT}/styles" Target="styles.xml"/>`;
  const type = `${DOCUMENT}/officeDocument`;
  const root = `<Relationship Id="rId1" Type="${type}" Target="xl/workbook.xml"/>`;
  const linked = (links: string): string =>
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${links}</Relationships>`;
  return [
    ["xl/styles.xml", STYLES],
    [
      "xl/workbook.xml",
      `${HEAD}<workbook ${MAIN} xmlns:r="${DOCUMENT}"><sheets>${sheets.join("")}</sheets>` +
        "</workbook>",
    ],
    ["xl/_rels/workbook.xml.rels", linked(styles + relations.join(""))],
    ["_rels/.rels", linked(root)],
    [
      "[Content_Types].xml",
      `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
        '<Default Extension="rels" ' +
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        '<Default Extension="xml" ContentType="application/xml"/>' +
        `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
        `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>` +
        `${overrides.join("")}</Types>`,
    ],
  ];
}

const DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** Grey, yellow, pale orange and pale blue behind a header, a mark, a faint one, an entry. */
const FILLS = ["FFD9D9D9", "FFFFE699", "FFFCE4D6", "FFDDEBF7"]
  .map(
    (rgb) => `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/></patternFill></fill>`,
  )
  .join("\n");

/** The looks in the order of their places: number format, font, fill, and whether lines break. */
const LOOKS = [
  { format: 0, font: 0, fill: 0, isWrapped: false },
  { format: 49, font: 1, fill: 2, isWrapped: false },
  { format: 49, font: 0, fill: 0, isWrapped: false },
  { format: 49, font: 0, fill: 3, isWrapped: false },
  { format: 49, font: 0, fill: 0, isWrapped: true },
  { format: 49, font: 0, fill: 3, isWrapped: true },
  { format: 49, font: 0, fill: 4, isWrapped: true },
  { format: 49, font: 0, fill: 5, isWrapped: true },
].map(({ format, font, fill, isWrapped }) => {
  const flags = 'applyNumberFormat="1" applyFont="1" applyFill="1"';
  const head = `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0"`;
  if (!isWrapped) return `${head} ${flags}/>`;
  return `${head} ${flags} applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`;
});

const STYLES = `${HEAD}<styleSheet ${MAIN}>
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>
<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="6"><fill><patternFill patternType="none"/></fill>
<fill><patternFill patternType="gray125"/></fill>
${FILLS}</fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="${LOOKS.length}">${LOOKS.join("\n")}</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>`;

/** A cell's `_x0041_` would be read as the letter A: its underscore is written in the same way. */
export function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
}
