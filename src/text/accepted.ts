import type { Text } from "./tell.js";

/** What every report says of differences from control totals that somebody accepted. */
export const acceptedTexts = {
  heading: {
    zh: "与控制数不符而接受的差额",
    en: "Differences from control totals that were accepted",
  },
  entry: {
    zh:
      "{file} {total}:清单 {expected},文件 {found},差额 {difference};理由:{reason};" +
      "提出 {prepared},批准 {approved}({approval} 号)",
    en:
      "{file} {total}: manifest {expected}, file {found}, difference {difference}; because: " +
      "{reason}; prepared by {prepared}, approved by {approved} (number {approval})",
  },
  nobody: { zh: "未启用第二人", en: "nobody (second person switched off)" },
} as const satisfies Record<string, Text>;
