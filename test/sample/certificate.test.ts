import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { birthOf, gendOf, readCertno } from "../../src/domain/certno.js";
import { type Day, dayOf } from "../../src/domain/period.js";
import { readCertificate } from "../../src/migrate/cells.js";
import {
  CertificateOffice,
  excelRounded,
  fifteenDigits,
  fullWidth,
  hadFifteenDigits,
  withWrongDigit,
} from "../../src/sample/certificate.js";
import { counties } from "../../src/sample/places.js";
import { Random } from "../../src/sample/random.js";

const seeded = { seed: 20170101, numRuns: 500 };
const anyBirth = fc
  .tuple(
    fc.integer({ min: 1915, max: 2016 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
  )
  .map(([year, month, date]) => dayOf(year, month, date))
  .filter((day): day is Day => day !== undefined);
const anySex = fc.constantFrom("1" as const, "2" as const);
const anyCounty = fc.constantFrom(...counties);

describe("CertificateOffice", () => {
  test("issues valid numbers that tell birth date and sex, of a division never issued", () => {
    fc.assert(
      fc.property(anyCounty, anyBirth, anySex, (county, brdy, gend) => {
        const certno = office.issue(county, brdy, gend);
        expect(readCertno(certno)).toEqual({ certno, status: "valid" });
        expect([birthOf(certno), gendOf(certno)]).toEqual([brdy, gend]);
        expect(certno.slice(0, 6)).toBe(county.admdvs);
      }),
      seeded,
    );
  });

  test("issues every number of a day once, then no more", () => {
    const [county] = counties;
    if (county === undefined) throw new Error("there are counties");
    const brdy = "1980-05-05" as Day;
    const fresh = new CertificateOffice();
    const issued = Array.from({ length: 497 }, () => fresh.issue(county, brdy, "1"));
    expect(new Set(issued).size).toBe(497);
    expect(() => fresh.issue(county, brdy, "1")).toThrow(/no certificate number left/);
  });
});

describe("a spoiled number", () => {
  const random = new Random("spoiled");

  test("with a wrong digit fails its check digit", () => {
    everyNumber((certno) => {
      expect(readCertno(withWrongDigit(certno, random)).status).toBe("badCheckDigit");
    });
  });

  test("that Excel rounded is recognised as such", () => {
    everyNumber((certno) => {
      expect(readCertno(excelRounded(certno, random)).status).toBe("excelRounded");
    });
  });

  test("with fifteen digits comes back whole", () => {
    everyNumber((certno) => {
      if (!hadFifteenDigits(certno)) return;
      expect(readCertno(fifteenDigits(certno))).toEqual({ certno, status: "upgraded" });
    });
  });

  test("in full width reads as it was", () => {
    everyNumber((certno) => expect(readCertificate(fullWidth(certno)).certno).toBe(certno));
  });
});

const office = new CertificateOffice();

function everyNumber(check: (certno: string) => void): void {
  fc.assert(
    fc.property(anyCounty, anyBirth, anySex, (county, brdy, gend) => {
      check(office.issue(county, brdy, gend));
    }),
    seeded,
  );
}
