import { migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import type { GalleryRow } from "./gallery-row.js";
import { miniFile, people, problemsOf, writeDelivery } from "./mini-delivery.js";

/** A register of one man born on 1990-01-01 with this certificate number. */
function withCertno(certno: string) {
  return problemsOf([people(`1,张三,男,${certno},1990-01-01,,,1`)]);
}

/** What is wrong with certificate numbers, enrolments and households. */
export const ofPeople: readonly GalleryRow[] = [
  {
    code: "certno-missing",
    find: () => withCertno("无"),
    zh: "people.csv:2 [证件] 没有证件号码;已按无证件人员登记,请补登",
    en: "people.csv:2 [证件] no certificate number; registered without one, to be completed",
  },
  {
    code: "certno-check-digit",
    find: () => withCertno("159921199001010011"),
    zh: "people.csv:2 [证件] 身份证号 159921199001010011 校验位不符;未采用此号,请核对证件",
    en:
      "people.csv:2 [证件] the check digit of 159921199001010011 is wrong; the number was not " +
      "used, check the card",
  },
  {
    code: "certno-bad-date",
    find: () => withCertno("159921199013010017"),
    zh: "people.csv:2 [证件] 身份证号 159921199013010017 中的出生日期不成立;未采用此号,请核对证件",
    en:
      "people.csv:2 [证件] the birth date inside 159921199013010017 is impossible; the number " +
      "was not used, check the card",
  },
  {
    code: "certno-excel-rounded",
    find: () => withCertno("1.59921E+17"),
    zh: "people.csv:2 [证件] 身份证号 1.59921E+17 已被 Excel 改成近似数,末几位丢失;未采用此号,请核对证件",
    en:
      "people.csv:2 [证件] 1.59921E+17 was rounded by Excel and its last digits are lost; not " +
      "used, check the card",
  },
  {
    code: "certno-not-an-id",
    find: () => withCertno("1599"),
    zh: "people.csv:2 [证件] 证件号码 1599 不是 15 位或 18 位身份证号;未采用此号,请核对证件",
    en: "people.csv:2 [证件] 1599 is no id number of 15 or 18 characters; not used, check the card",
  },
  {
    code: "certno-upgraded",
    find: () => withCertno("159921900101001"),
    zh: "people.csv:2 [证件] 15 位身份证号 159921900101001 已按 GB 11643 升为 18 位 15992119900101001X",
    en:
      "people.csv:2 [证件] the 15-digit number 159921900101001 was completed to " +
      "15992119900101001X (GB 11643)",
  },
  {
    code: "certno-birth-differs",
    find: () => problemsOf([people("1,张三,男,15992119900101001X,1991-01-01,,,1")]),
    zh: "people.csv:2 [brdy] 身份证号中的出生日期 1990-01-01 与登记的 1991-01-01 不一致(可能误填他人证件);请核对",
    en:
      "people.csv:2 [brdy] the id says born 1990-01-01, the row says 1991-01-01 (another " +
      "person's id?); check the card",
  },
  {
    code: "certno-sex-differs",
    find: () => problemsOf([people("1,张三,女,15992119900101001X,1990-01-01,,,1")]),
    zh: "people.csv:2 [gend] 身份证号中的性别 1 与登记的 2 不一致;请核对",
    en: "people.csv:2 [gend] the id says sex 1, the row says 2; check the card",
  },
  {
    code: "certno-on-several-names",
    find: () =>
      problemsOf([
        people(
          "1,张三,男,15992119900101001X,1990-01-01,,,1",
          "2,李四,男,15992119900101001X,1990-01-01,,,1",
        ),
      ]),
    zh: "people.csv:2 [certno] 证件号码 15992119900101001X 登记在不同姓名下(另见 people.csv:3);请核实各是何人",
    en:
      "people.csv:2 [certno] the number 15992119900101001X stands under different names (see " +
      "also people.csv:3); find out who is who",
  },
  {
    code: "enrolment-person-unknown",
    find: () =>
      problemsOf([
        miniFile("ac02.txt", "urbmi-ac02", ["9\t390\t1\t2014-09-01\t82\t11\t2014-09-01\t"]),
      ]),
    zh: "ac02.txt:1 参保记录的个人编号 9 在人员表中没有;请补报人员信息",
    en:
      "ac02.txt:1 person 9 of this enrolment is in no list of persons; ask for the person's " +
      "record",
  },
  {
    code: "enrolment-missing",
    find: () => problemsOf([people("1,张三,男,,1990-01-01,,,4")]),
    zh: "people.csv:2 人员 1 没有有效参保记录;已建档,未享受待遇",
    en: "people.csv:2 person 1 has no valid enrolment; registered without entitlement",
  },
  {
    code: "person-known-twice",
    find: () =>
      problemsOf([people("2,张三,男,15992119900101001X,1990-01-01,,,1")], {
        async before(job) {
          const known = people(
            "1,张三,男,15992119900101001X,1990-01-01,,,1",
            "2,张三,男,,1990-01-01,,,1",
          );
          await migrateDelivery(job, writeDelivery(job, [known]));
        },
      }),
    zh:
      "people.csv:2 本行(及与之相同的人)同时指向已登记的 1599210000000001 和 " +
      "1599210000000002;未并入任何一人,请核实是何人后改正",
    en:
      "people.csv:2 this row leads to two registered persons, 1599210000000001 and " +
      "1599210000000002; find out which it is",
  },
  {
    code: "household-balance-differs",
    find: () =>
      problemsOf([people("1,张三,男,,1990-01-01,H1,5.00,1", "2,李四,女,,1992-01-01,H1,6.00,1")]),
    zh:
      "people.csv:3 [family_balc] 同一家庭 H1 各成员行的家庭账户余额不一致" +
      "(people.csv:3 = 6.00 与 people.csv:2 = 5.00);请核对账户",
    en:
      "people.csv:3 [family_balc] the members of household H1 state different balances (" +
      "people.csv:3 = 6.00 and people.csv:2 = 5.00)",
  },
  {
    code: "household-missing",
    find: () => problemsOf([people("1,张三,男,,1990-01-01,,5.00,1")]),
    zh:
      "people.csv:2 [household_no] 本行有家庭账户余额 5.00,但没有家庭编号,不知属于哪一户;" +
      "余额未结转,请补报家庭编号",
    en:
      "people.csv:2 [household_no] a family account of 5.00 without a household number; not " +
      "carried, ask for the number",
  },
];
