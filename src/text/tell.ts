/** The two languages of the house. */
export type Lang = "zh" | "en";

/** One text in both languages; `{name}` stands for a value that is filled in when it is told. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** What a text's `{names}` stand for. */
export type Values = Readonly<Record<string, string | number>>;

/** Tells a text in one language. A name without a value stays visible, so that it is noticed. */
export function tell(text: Text, lang: Lang, values: Values = {}): string {
  return text[lang].replace(/\{(\w+)\}/g, (whole, name: string) => `${values[name] ?? whole}`);
}
