import { birthOf, gendOf } from "../domain/certno.js";
import { isAncestor, isDescendant } from "../domain/relation.js";

/** What tells whose a number is that the head and a member of a household both state. */
export interface StatedPerson {
  readonly brdy: string;
  readonly gend: string;
}

/**
 * Whether a number that stands on a member's row is the head's, entered for the member: it says the
 * head's birth date and sex, and the member is a child, or states another birth date or sex. Where
 * it fits both alike, nobody can tell from the rows whose it is.
 */
export function isNumberOfHead(
  certno: string,
  head: StatedPerson,
  member: StatedPerson & { readonly headRelation: string },
): boolean {
  return fits(certno, head) && (isDescendant(member.headRelation) || !fits(certno, member));
}

/** Whether a member was born before a head whose descendant they are, or after one they precede. */
export function isOddAge(
  head: Pick<StatedPerson, "brdy">,
  { brdy, headRelation }: Pick<StatedPerson, "brdy"> & { readonly headRelation: string },
): boolean {
  if (isDescendant(headRelation)) return brdy <= head.brdy;
  return isAncestor(headRelation) && brdy >= head.brdy;
}

function fits(certno: string, { brdy, gend }: StatedPerson): boolean {
  const isOtherSex = (gend === "1" || gend === "2") && gend !== gendOf(certno);
  return brdy === birthOf(certno) && !isOtherSex;
}
