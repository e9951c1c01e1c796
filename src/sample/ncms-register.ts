import assert from "node:assert";
import {
  fromFen,
  type ReadAmount,
  ratio,
  readYuan,
  shareOf,
  subtract,
  type Yuan,
  yuanText,
} from "../domain/money.js";
import type { PersonCells } from "./cells.js";
import { type NcmsHousehold, ncmsCells, type PriorYear } from "./ncms-row.js";
import type { RegisterEntry, SamplePerson } from "./person.js";
import { type County, LandRegister } from "./places.js";
import type { Random } from "./random.js";
import { type RowTruth, truthOf } from "./row-truth.js";
import type { SampleRow } from "./rows.js";

/** A household with the number that its next member gets. */
export interface OpenHousehold extends NcmsHousehold {
  readonly balanceRead: ReadAmount;
  entered: number;
}

const NOTHING: PriorYear = {
  inpatient: "0.00",
  seriousOutpatient: "0.00",
  outpatient: "0.00",
  special: "0.00",
  fixed: "0.00",
  criticalIllness: "0.00",
};

/** The NCMS enrolment list: households with their accounts, members numbered inside them. */
export class NcmsRegister {
  private readonly land = new LandRegister();

  /** One county may deliver its list apart, cut at `|`. */
  constructor(
    private readonly random: Random,
    private readonly pipedDivision: string,
  ) {}

  /** How the list of a county is cut. */
  cutOf(county: County): "comma" | "pipe" {
    return county.admdvs === this.pipedDivision ? "pipe" : "comma";
  }

  open(county: County, members: number): OpenHousehold {
    const { random } = this;
    const places = random.percent(12) ? 4 : 2;
    const part = String(random.below(10 ** places)).padStart(places, "0");
    const balance = `${random.below(600)}.${part}`;
    const balanceRead = readYuan(balance);
    assert(balanceRead !== undefined);
    return { home: this.land.settle(county), balance, balanceRead, members, entered: 0 };
  }

  /** Writes a member's row; the account's balance counts with the first row of the household. */
  enter(
    household: OpenHousehold,
    person: SamplePerson,
    cells: PersonCells,
    truth: RowTruth,
  ): { readonly row: SampleRow; readonly entry: RegisterEntry } {
    const isFirst = household.entered === 0;
    household.entered += 1;
    const serial = String(household.entered).padStart(2, "0");
    const legacyId = `${household.home.householdNo}${serial}`;
    const { prior, money } = this.priorYear();
    const line = ncmsCells({ legacyId, person, cells, household, prior });
    const isPiped = this.cutOf(household.home.county) === "pipe";
    const row: SampleRow = {
      file: isPiped ? "ncmsMembersPiped" : "ncmsMembers",
      text: isPiped ? line.join("|") : line.map(csvCell).join(","),
      person: person.number,
      ...truth,
      money: isFirst ? [["family_balc", household.balanceRead], ...money] : money,
    };
    return { row, entry: { source: "ncms", legacyId } };
  }

  /** The same line once more, as an export in two pages leaves it. */
  repeat(row: SampleRow): SampleRow {
    const money = row.money.filter(([field]) => field !== "family_balc");
    return { ...row, ...truthOf("repeated-line"), money };
  }

  private priorYear(): { readonly prior: PriorYear; readonly money: SampleRow["money"] } {
    const { random } = this;
    if (!random.percent(9)) return { prior: NOTHING, money: [] };
    const outpatient = fromFen(random.between(800, 30_000));
    if (random.percent(70)) {
      const prior = { ...NOTHING, outpatient: yuanText(outpatient) };
      return { prior, money: [["hifp_pay", exact(outpatient)]] };
    }
    const whole = fromFen(random.between(60_000, 2_500_000));
    const special = shareOf(whole, ratio("0.05"));
    const inpatient = subtract(whole, special);
    const critical = random.percent(6) ? fromFen(random.between(50_000, 1_500_000)) : fromFen(0);
    const prior = {
      ...NOTHING,
      inpatient: yuanText(inpatient),
      special: yuanText(special),
      criticalIllness: yuanText(critical),
    };
    return {
      prior,
      money: [
        ["hifp_pay", exact(whole)],
        ["hifmi_pay", exact(critical)],
      ],
    };
  }
}

/** A cell with a comma in it is quoted, as Excel does. */
function csvCell(text: string): string {
  return text.includes(",") ? `"${text}"` : text;
}

function exact(amount: Yuan): ReadAmount {
  return { amount, residual: "0" };
}
