import type { Place } from "./place.js";

/** People whose year so far is not the sum of what was posted for them: none, always. */
export function yearsThatDiffer(place: Place): readonly unknown[] {
  return place.rows(
    `WITH posted AS (
       SELECT s.psn_no,
         SUM(CASE WHEN c.med_type IN ('21', '23') THEN s.hifp_pay ELSE 0 END) AS inpatient,
         SUM(CASE WHEN c.med_type = '11' THEN s.hifp_pay ELSE 0 END) AS outpatient,
         SUM(CASE WHEN c.med_type = '11' THEN s.act_pay_dedc ELSE 0 END) AS deducted,
         SUM(s.hifmi_pay) AS critical, SUM(s.maf_pay) AS aid
       FROM settlement s JOIN claim c USING (claim_id) GROUP BY s.psn_no)
     SELECT * FROM posted LEFT JOIN year_to_date y ON y.psn_no = posted.psn_no AND y.year = 2017
     WHERE y.inpatient_paid IS NOT inpatient OR y.outpatient_paid IS NOT outpatient
       OR y.outpatient_deducted IS NOT deducted OR y.critical_paid IS NOT critical
       OR y.aid_paid IS NOT aid`,
  );
}
