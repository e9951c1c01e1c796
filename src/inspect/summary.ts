const SUMMARY = /^(合\s*计|总\s*计|小\s*计|共\s*计|累\s*计|(?:grand )?total|sum)(?=[\s::((\d]|$)/i;
const SHELL = /^\d+ (rows? selected|rows? affected|rows in set)|^(已选择)\s*\d+\s*行/i;
const FOOT = /^(制表|填表|审核|复核|负责)人?\s*[::]/;

/**
 * What the summary line of a table begins with, when this row is one: 合计, total, a count of the
 * database shell (`316 rows selected.`), or who made the list. Undefined when it is a row of data.
 */
export function summaryOf(fields: readonly string[], text: string): string | undefined {
  const first = fields.map((field) => field.trim()).find((field) => field !== "") ?? text.trim();
  const shell = SHELL.exec(text.trim());
  return SUMMARY.exec(first)?.[1] ?? shell?.[1] ?? shell?.[2] ?? FOOT.exec(first)?.[1];
}
