import type { Day } from "../../../src/domain/period.js";
import { sourceKeyOf } from "../../../src/domain/source-key.js";
import type { ReviewEntry, ReviewRecord } from "../../../src/jobs/match/review-entry.js";

/** A record of the review queue; what a test says nothing of is the same in all of them. */
export function record(fields: Partial<ReviewRecord["row"]> = {}): ReviewRecord {
  const row = {
    ...{ partNo: 1, psnNo: "1599210000000001", loadedAs: "1599210000000001", givesRecord: true },
    ...{ fileId: 1, line: 2, runId: 1, statedOn: "" as const },
    ...{ source: "ncms", legacyId: "0007", householdNo: "H1" },
    ...{ headRelation: "22", psnName: "王玉", certno: "159921199001011234" },
    ...{ certnoStatus: "valid" as const, gend: "1", brdy: "1990-01-01" as Day, naty: "01" },
    ...{ tel: "", insuplcAdmdvs: "159921" },
    ...fields,
  };
  const key = sourceKeyOf(row, "ab".repeat(32));
  return {
    row: { ...row, key },
    path: "people.csv",
    headName: "王大",
    writtenCertno: "",
    enrolments: [],
  };
}

/** A pair of records that waits. */
export function entry(left: ReviewRecord, right: ReviewRecord): ReviewEntry {
  const place = ({ fileId, line }: ReviewRecord["row"]) => ({ fileId, line });
  const pair = {
    ...{ left: left.row.key, right: right.row.key },
    ...{ leftRow: place(left.row), rightRow: place(right.row) },
    ...{ probability: 0.87654321, levels: {}, reason: "probability" as const },
    ...{ leftPsnNo: left.row.psnNo, rightPsnNo: right.row.psnNo, runId: 1 },
  };
  return { pair, left, right, group: 1, history: [] };
}
