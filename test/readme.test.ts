import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";

const BLOCK = /(<!-- demo -->\n```\n)([\s\S]*?)(```\n<!-- \/demo -->)/;

// LIUTONG_RENEW_GOLDEN=1 writes what is printed now into the README, to be read and committed.
test("the README shows what `npm start` prints", () => {
  execFileSync(process.execPath, ["bin/setup.js"], { stdio: "ignore" });
  const printed = execFileSync(process.execPath, ["bin/run.js", "demo", "--lang", "zh"], {
    encoding: "utf8",
  });
  const readme = readFileSync("README.md", "utf8");
  if (process.env["LIUTONG_RENEW_GOLDEN"] === "1") {
    writeFileSync(
      "README.md",
      readme.replace(BLOCK, (_, head, __, tail) => head + printed + tail),
    );
    return;
  }
  expect(BLOCK.exec(readme)?.[2]).toBe(printed);
});
