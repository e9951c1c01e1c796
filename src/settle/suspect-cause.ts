import { amountFields, isSame } from "../domain/amounts.js";
import type { Amounts } from "../domain/records.js";
import type { Law } from "../policy/law.js";
import type { Question } from "./bill.js";
import { settleClaim } from "./settle.js";
import { emptyYear } from "./year-to-date.js";

/**
 * What probably made a window pay something else than the law gives. `right-then` is nobody's
 * mistake: it paid what the law gave until earlier bills of the year came in or were taken back.
 */
export const suspectCauses = [
  "rounding",
  "deductible-again",
  "identity-missed",
  "level",
  "identity-without",
  "deductible-missed",
  "referral",
  "place",
  "other-day",
  "catalogue",
  "deductible",
  "ratio",
  "layers",
  "right-then",
] as const;
export type SuspectCause = (typeof suspectCauses)[number];

/** What a region distinguishes, for the trials. */
export interface Distinctions {
  readonly levels: readonly string[];
  readonly identities: readonly string[];
  /** The laws of the days before and after a change. */
  readonly laws: readonly Law[];
}

/**
 * The one mistake that explains what the window paid: the bill is settled again with one thing
 * otherwise, in the order of `suspectCauses`, until its amounts are the window's to the fen. Where
 * no single mistake explains them, the layer that differs first is named. A suspect, no verdict.
 */
export function causeOf(
  question: Question,
  { posted, computed }: { readonly posted: Amounts; readonly computed: Amounts },
  distinctions: Distinctions,
): SuspectCause {
  if (isNearlySame(posted, computed)) return "rounding";
  if (isDeductedTwice(posted, computed)) return "deductible-again";
  for (const [cause, variants] of trials(question, distinctions)) {
    for (const variant of variants) {
      const { settlement, missing } = settleClaim(variant);
      if (missing.length === 0 && isSame(settlement, posted)) return cause;
    }
  }
  if (posted.actPayDedc !== computed.actPayDedc) return "deductible";
  return posted.hifpPay !== computed.hifpPay ? "ratio" : "layers";
}

type Trial = readonly [SuspectCause, readonly Question[]];

function trials(asked: Question, { levels, identities, laws }: Distinctions): readonly Trial[] {
  const { posted: _posted, ...question } = asked;
  const { claim, insured } = question;
  const held = insured.identities;
  const withClaim = (facts: Partial<Question["claim"]>): Question => {
    return { ...question, claim: { ...claim, ...facts } };
  };
  const withIdentities = (list: readonly string[]): Question => {
    return { ...question, insured: { ...insured, identities: list } };
  };
  const places = (["local", "province", "country"] as const).filter((one) => one !== claim.place);
  const referrals = (["referred", "emergency", "unreferred"] as const).filter((one) => {
    return one !== claim.referral;
  });
  const inScope = claim.medfeeSumamt;
  const nothing = { fulamtOwnpayAmt: NONE, overlmtSelfpay: NONE, preselfpayAmt: NONE };
  return [
    ["deductible-again", [{ ...question, before: emptyYear }]],
    [
      "identity-missed",
      held.length === 0
        ? []
        : [[], ...held.map((left) => held.filter((one) => one !== left))].map(withIdentities),
    ],
    [
      "level",
      levels
        .filter((level) => level !== claim.dedcHospLv)
        .map((dedcHospLv) => withClaim({ dedcHospLv })),
    ],
    [
      "identity-without",
      identities.filter((one) => !held.includes(one)).map((one) => withIdentities([...held, one])),
    ],
    ["deductible-missed", [withClaim({ continuesStay: true })]],
    ["referral", referrals.map((referral) => withClaim({ referral }))],
    ["place", places.map((place) => withClaim({ place }))],
    ["other-day", laws.filter((law) => law !== question.law).map((law) => ({ ...question, law }))],
    ["catalogue", [withClaim({ ...nothing, inscpScpAmt: inScope })]],
  ];
}

const NONE = 0 as Question["claim"]["medfeeSumamt"];

/** The same bill with the deductible taken off once more. */
function isDeductedTwice(posted: Amounts, computed: Amounts): boolean {
  const { actPayDedc } = computed;
  return (
    actPayDedc > 0 &&
    posted.actPayDedc === 2 * actPayDedc &&
    posted.hifpPay === computed.hifpPay - actPayDedc
  );
}

/** Two fen on any amount: something was rounded in another place. */
function isNearlySame(posted: Amounts, computed: Amounts): boolean {
  return amountFields.every((field) => Math.abs(posted[field] - computed[field]) <= 2);
}
