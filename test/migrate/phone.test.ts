import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judgePhone } from "../../src/migrate/phone.js";
import { holds } from "../seeded.js";

describe("a telephone number", () => {
  test.each<[string, string, string | undefined]>([
    ["13947512345", "13947512345", undefined],
    ["139-4751-2345", "13947512345", undefined],
    ["139 4751 2345", "13947512345", undefined],
    ["１３９４７５１２３４５", "13947512345", undefined],
    ["+86 13947512345", "13947512345", undefined],
    ["86-13947512345", "13947512345", undefined],
    ["013947512345", "13947512345", undefined], // a 0 before it, as for calls from elsewhere
    ["0475-8218000", "04758218000", undefined],
    ["(0475)8218000", "04758218000", undefined],
    ["010-62345678", "01062345678", undefined],
    ["8218000", "8218000", undefined],
    ["8218-0001", "82180001", undefined],
    ["0475-8218000-123", "04758218000-123", undefined],
    ["0475-8218000转123", "04758218000-123", undefined],
    ["无", "", undefined],
    ["0", "", undefined],
    ["-", "", undefined],
    ["", "", undefined],
    ["0475-8218000/13947512345", "13947512345", "phone-several"],
    ["13947512345、13847512345", "13947512345", "phone-several"],
    ["13947512345 13847512345", "13947512345", "phone-several"],
    ["13947512345,13947512345", "13947512345", undefined], // twice the same
    ["13947512345;123", "13947512345", undefined],
    ["11111111111", "", "phone-unusable"],
    ["13888888888", "13888888888", undefined],
    ["13800000000", "", "phone-unusable"],
    ["88888888", "", "phone-unusable"],
    ["12345678", "", "phone-unusable"],
    ["1394751234", "", "phone-unusable"], // ten digits
    ["139475123456", "", "phone-unusable"],
    ["1.39475E+10", "", "phone-unusable"],
    ["不知道", "", "phone-unusable"],
  ])("%j is %j, %s", (raw, tel, code) => {
    expect(judgePhone(raw)).toEqual(code === undefined ? { tel } : { tel, code });
  });

  test("read again is the same", () => {
    const anyCell = fc.string({ unit: fc.constantFrom(..."0123456789-/ 、+转") });
    holds(
      fc.property(anyCell, (raw) => {
        const { tel } = judgePhone(raw);
        expect(judgePhone(tel)).toEqual({ tel });
      }),
    );
  });
});
