import { textsForPatients, textsOfElements } from './patient-texts.testing.ts'

export const wordsOf = (text: string): string[] =>
  text
    .replaceAll(/\{\w+\}/g, ' ')
    .toLowerCase()
    .match(/\p{L}+(?:[’'-]\p{L}+)*/gu) ?? []

const wordsIn = async (language: string): Promise<Set<string>> => {
  const texts = [...(await textsOfElements(language)), ...(await textsForPatients(language))]
  return new Set(texts.flatMap(({ text }) => wordsOf(text)))
}

/** Months and days, which the server and browsers write: `may` is a month in Spanish. */
const dates = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2026, month, 1 + month)))
const spanishDates = dates.flatMap((day) =>
  (['long', 'short'] as const).flatMap((style) =>
    wordsOf(new Intl.DateTimeFormat('es', { month: style, weekday: style }).format(day)),
  ),
)

/** The words of all English texts for people that no Spanish text has. In Spanish they are what was not translated. */
export const englishWords = async (): Promise<ReadonlySet<string>> =>
  (await wordsIn('en')).difference(await wordsIn('es')).difference(new Set(spanishDates))
