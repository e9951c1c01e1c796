import { type MiniFile, miniFile } from "./mini-delivery.js";

/** Fee lines of the sound claim's visit: `code day price count`. */
export function feeLines(lines: readonly string[], visit = "V1"): MiniFile {
  const texts = lines.map((line, at) => {
    const [code = "", day = "", price = "", count = ""] = line.split(" ");
    const number = `CF00000001${String(at + 1).padStart(2, "0")}`;
    return `${visit}|${number}|${day}|${code}|阿司匹林肠溶片|||${price}|${count}`;
  });
  const { content } = miniFile("fees.txt", "ncms-fees-piped", texts);
  return { path: "fees.txt", layout: "ncms-fees-piped", content, rows: lines.length };
}
