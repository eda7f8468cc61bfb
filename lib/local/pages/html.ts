/** HTML that is safe to put into a page. */
export type Html = { readonly html: string };

type Value = string | number | Html | readonly Html[];

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** A template in which every value is escaped, unless it is itself made by this template (T23). */
export function html(texts: TemplateStringsArray, ...values: Value[]): Html {
  return { html: texts.map((text, index) => (index === 0 ? text : show(values[index - 1] ?? "") + text)).join("") };
}

function show(value: Value): string {
  if (typeof value === "string") return value.replace(/[&<>"']/g, (character) => entities[character] ?? character);
  if (typeof value === "number") return String(value);
  if ("html" in value) return value.html;
  return value.map((part) => part.html).join("");
}
