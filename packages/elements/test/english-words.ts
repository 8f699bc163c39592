import type { Message, MessageBundle } from '../src/core/message-types.ts'

const modules = import.meta.glob<Record<string, unknown>>('../src/**/*.messages.ts', { eager: true })
const isBundle = (value: unknown): value is MessageBundle =>
  typeof value === 'object' && value !== null && 'languages' in value && 'en' in value

export const wordsOf = (text: string): string[] =>
  text
    .replaceAll(/\{\w+\}/g, ' ')
    .toLowerCase()
    .match(/\p{L}+(?:[’'-]\p{L}+)*/gu) ?? []
const wordsIn = (message: Message): string[] =>
  typeof message === 'string' ? wordsOf(message) : Object.values(message).flatMap((text: string) => wordsOf(text))

/** `may` is a month in Spanish, and a verb in English. */
const spanishDates = (): string[] =>
  Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2026, month, 1 + month))).flatMap((day) =>
    (['long', 'short'] as const).flatMap((style) =>
      wordsOf(new Intl.DateTimeFormat('es', { month: style, weekday: style, day: 'numeric' }).format(day)),
    ),
  )

/** The words of the elements' English texts that no Spanish text has. On a Spanish page they are what was not translated. */
export const englishWords = async (): Promise<ReadonlySet<string>> => {
  const bundles = Object.values(modules).flatMap((module) => Object.values(module).filter(isBundle))
  const texts = await Promise.all(
    bundles.map(async ({ en, lazy, languages }) => ({
      en: { ...en, ...(await lazy?.()) },
      es: (await languages['es']?.()) ?? {},
    })),
  )
  const collect = (language: 'en' | 'es'): Set<string> =>
    new Set(texts.flatMap(({ [language]: messages }) => Object.values(messages).flatMap(wordsIn)))
  return collect('en').difference(collect('es')).difference(new Set(spanishDates()))
}

/**
 * What sample people, clinics and code sets are called in English. Elements cannot translate data: add what a new story shows, longer
 * expressions first. Data whose language is known is marked with `lang`, and what people wrote with `dir="auto"`, instead.
 */
const sampleData =
  /\b(?:Sample|Specimen) (?:Heart Clinic|Health|Laboratory|State Medicaid|portal)\b|(?:A )?(?:Harbor Sample|Sample Corner|Specimen Mail) Pharmacy|\d+ (?:Example|Sample) (?:Street|Avenue)|\bPlain Health Plan\b|\b(?:PAYER|SAMPLE|ELSE)[\d-]+|\b(?:test-request|access-9)\b|[a-z]+ \d+ MG Oral (?:Capsule|Tablet)|\d+ ACTUAT [a-z]+ [\d.]+ MG\/ACTUAT Metered Dose Inhaler|Laboratory report|Report of the laboratory|Essential \(primary\) hypertension|Type 2 diabetes mellitus without complications|Acute upper respiratory infection, unspecified|Ask how the new tablets are taken|Rash on my arm|The specimen was not labeled|Interactions of the sample|Blood (?:count|pressure, first step)|(?:Cardiology )?\bFollow-up\b|\bcardiology follow-up\b|Group session|Seeing us by video|Staff meeting|Old cart|Room \d|Emergency desk|Policy for mobile devices|Restore from the backup|Privacy for nurses|A laptop is stolen|Somebody reads a screen|The note says that I smoke\. I never smoked|Dr\. Blake Here|Robin Reviews|Who was with you|\bNew York\b|Exampleville (?:Health Department|Pharmacy|Police)|\.?\brest\b|\b(?:Sample|Example|Specimen|Placeholder)\b/gi

/** The English words of a text of a Spanish page; none when it is translated. */
export const englishIn = (text: string, english: ReadonlySet<string>): string[] =>
  wordsOf(text.replaceAll(sampleData, ' ')).filter((word) => english.has(word))
