import * as xlsx from "@e965/xlsx";

/** The formats of Excel 97–2003 and of those since. */
export const kinds = ["biff8", "xlsx"] as const;

export type Cells = readonly (readonly (string | number | null)[])[];

interface Extras {
  readonly merges?: readonly string[];
  readonly date1904?: boolean;
  /** Further sheets by name. */
  readonly others?: Readonly<Record<string, Cells>>;
}

/** A workbook whose first sheet is `Sheet1`, with some cells set in their own way. */
export function book(
  bookType: "biff5" | (typeof kinds)[number],
  cells: Cells,
  own: Readonly<Record<string, xlsx.CellObject>> = {},
  { merges = [], date1904 = false, others = {} }: Extras = {},
): Buffer {
  const sheet = sheetOf(cells);
  for (const [name, cell] of Object.entries(own)) {
    xlsx.utils.sheet_add_aoa(sheet, [[cell]], { origin: name });
  }
  sheet["!merges"] = merges.map((range) => xlsx.utils.decode_range(range));
  const made = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(made, sheet, "Sheet1");
  for (const [name, other] of Object.entries(others)) {
    xlsx.utils.book_append_sheet(made, sheetOf(other), name);
  }
  made.Workbook = { ...made.Workbook, WBProps: { date1904 } };
  return xlsx.write(made, { type: "buffer", bookType });
}

function sheetOf(cells: Cells): xlsx.WorkSheet {
  return xlsx.utils.aoa_to_sheet(cells.map((row) => [...row]));
}
