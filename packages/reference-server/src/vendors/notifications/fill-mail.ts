interface MailTexts {
  readonly subject: string
  readonly text: string
}

/** A mail to staff in the first of the organization’s languages that has texts; otherwise in English. `{name}` stands for a value. */
export const fillMail = (
  texts: Readonly<Record<string, MailTexts>> & { readonly en: MailTexts },
  languages: readonly string[],
  values: Readonly<Record<string, string | number>>,
): MailTexts & { readonly language: string } => {
  const language = languages.map((each) => each.slice(0, 2)).find((each) => Object.hasOwn(texts, each)) ?? 'en'
  const { subject, text } = texts[language] ?? texts.en
  const fill = (template: string): string =>
    template.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
  return { subject: fill(subject), text: fill(text), language }
}
