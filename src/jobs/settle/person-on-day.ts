import type { Day } from "../../domain/period.js";
import type { Insured } from "../../domain/records.js";
import type { Law } from "../../policy/law.js";
import { insuredOn } from "../../settle/insured.js";
import type { StoredInsured } from "../../store/port/claims.js";

/**
 * What the law asks of a person on a day. Claims of one person follow each other, most of them
 * under the same law: the last answer is kept with the person while day, age and cover are alike.
 */
export function insuredOf(
  psnNo: string,
  person: StoredInsured,
  { law, day }: { readonly law: Law; readonly day: Day },
): Insured | undefined {
  const last = answers.get(person);
  if (last?.law === law && last.day === day) return last.insured;
  const known = { psnNo, brdy: person.brdy, enrolments: person.enrolments };
  const insured = insuredOn({ ...known, identities: person.identities }, law, day);
  answers.set(person, { law, day, insured });
  return insured;
}

interface Answer {
  readonly law: Law;
  readonly day: Day;
  readonly insured: Insured | undefined;
}

const answers = new WeakMap<StoredInsured, Answer>();
