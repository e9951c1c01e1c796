import { describe, expect, test } from "vitest";
import { yuan } from "../../src/domain/money.js";
import { benefitsEnd } from "../../src/unify/benefits.js";

// What a row states, what stands already, and where the row's money goes.
describe("benefitsEnd", () => {
  test.each<[string, string, string, string]>([
    ["100.00 5.00 0", "", "carried", ""],
    ["100.00 5.00 0", "100.00 5.00 0", "repeated", ""],
    ["100.00 5.00 0.001", "100.00 5.00 0.001", "repeated", ""],
    ["100.00 5.00 0.001", "100.00 5.00", "repeated", ""], // the books keep no places after the fen
    ["100.01 5.00 0", "100.00 5.00 0", "differs", "hifp_pay: 100.00, here 100.01"],
    ["100.00 0.00 0", "100.00 5.00", "differs", "hifmi_pay: 5.00, here 0.00"],
    ["5.00 100.00 0", "100.00 5.00 0", "differs", "hifp_pay: 100.00, here 5.00"], // equal in all
    ["100.00 5.00 0.001", "100.00 5.00 0", "differs", "hifp_pay + hifmi_pay: 105.00, here 105.001"],
  ])("%s after %j: %s", (stated, before, kind, difference) => {
    const end = benefitsEnd({
      ...paid(stated),
      ...(before === "" ? {} : { before: paid(before) }),
    });
    expect(end.kind).toBe(kind);
    const told = end.kind === "differs" ? `${end.field}: ${end.expected}, here ${end.found}` : "";
    expect(told).toBe(difference);
  });
});

function paid(text: string) {
  const [hifpPay = "", hifmiPay = "", residual] = text.split(" ");
  const amounts = { hifpPay: yuan(hifpPay), hifmiPay: yuan(hifmiPay) };
  return { ...amounts, ...(residual === undefined ? {} : { residual }) } as typeof amounts & {
    readonly residual: string;
  };
}
