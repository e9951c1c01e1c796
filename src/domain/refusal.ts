import { type RefusalCode, refusalTexts } from "../text/refusals.js";
import { type Lang, tell, type Values } from "../text/tell.js";
import { type Problem, tellProblem } from "./problem.js";

/** What a refusal's `{names}` stand for; words among them are told in the language asked for. */
export type RefusalValues = Readonly<Record<string, string | number | ((lang: Lang) => string)>>;

/** The user must act: why the command stopped, and what to do next. Nothing was changed. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly values: RefusalValues = {},
    readonly problems: readonly Problem[] = [],
  ) {
    super(code);
  }

  /** The reason in words, with the problems behind it (all of them, one a line). */
  reason(lang: Lang): string {
    const problems = this.problems.map((one) => `  ${tellProblem(one, lang)}`).join("\n");
    const values = { problems, count: this.problems.length, ...this.told(lang) };
    return tell(refusalTexts[this.code], lang, values);
  }

  /** What the user can do now. */
  nextStep(lang: Lang): string {
    return tell(refusalTexts[this.code].next, lang, this.told(lang));
  }

  private told(lang: Lang): Values {
    const entries = Object.entries(this.values).map(
      ([name, value]) => [name, typeof value === "function" ? value(lang) : value] as const,
    );
    return Object.fromEntries(entries);
  }
}
