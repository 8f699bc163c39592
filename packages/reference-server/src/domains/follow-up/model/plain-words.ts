/** Names of diagnoses in plain language, by ICD-10-CM code and language. packs/follow-up/plain-words.json. */
export type PlainWords = ReadonlyMap<string, Readonly<Record<string, string>>>

/** The plain-language name of a diagnosis, or the wording of its code if the pack has none. */
export const inPlainWords = (
  words: PlainWords,
  { code, display }: { readonly code: string; readonly display?: string | undefined },
  language: string,
): { code: string; display: string } => {
  const texts = words.get(code)
  const [base = 'en'] = language.split('-')
  return { code, display: texts?.[language] ?? texts?.[base] ?? texts?.['en'] ?? display ?? code }
}
