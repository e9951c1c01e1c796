import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import { settleMonth } from "../../src/jobs/settle/settle-month.js";
import { JANUARY, Place } from "../jobs/place.js";
import { claim, claims, hospitals } from "../problems/claim-line.js";
import { people, peopleLayout, writeDelivery } from "../problems/mini-delivery.js";

/** Amounts that nobody has computed yet: the centre does. */
export const unpaid = {
  ...{ settled_by: "centre", act_pay_dedc: "", hifp_pay: "", hifmi_pay: "", maf_pay: "" },
  ...{ oth_pay: "", fund_pay_sumamt: "", psn_part_amt: "" },
};

/**
 * A workspace with a settled January of one person: a visit that the window paid as the law gives
 * it (S1, 50.00), a stay that it paid as in a hospital of level 1 (S2, 680.00 for 412.50), and a
 * visit that the centre computed (S3, 150.00).
 */
export async function settledPlace(): Promise<Place> {
  const place = await Place.open();
  const { job } = place;
  writeFileSync(join(job.workspace.mappings, "legacy/people.yaml"), peopleLayout);
  const bills = claims(claim(), claim(stay), claim(visit));
  const files = [people("1,张三,男,,1990-01-01,,,1"), ...hospitals, bills];
  await migrateDelivery(job, writeDelivery(job, files));
  await settleMonth(job, JANUARY);
  return place;
}

const stay = {
  ...{ medins_setl_id: "S2", mdtrt_id: "V2", med_type: "21" },
  ...{ begndate: "2017-01-08", enddate: "2017-01-10", setl_time: "2017-01-10" },
  ...{ medfee_sumamt: "1000.00", inscp_scp_amt: "1000.00", act_pay_dedc: "200.00" },
  ...{ hifp_pay: "680.00", fund_pay_sumamt: "680.00", psn_part_amt: "320.00" },
};

const visit = {
  ...{ medins_setl_id: "S3", mdtrt_id: "V3" },
  ...{ begndate: "2017-01-20", enddate: "2017-01-20", setl_time: "2017-01-20" },
  ...{ medfee_sumamt: "400.00", inscp_scp_amt: "400.00", ...unpaid },
};
