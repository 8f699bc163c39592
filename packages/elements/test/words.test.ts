import { describe, expect, test } from 'vitest'
import type { Message, MessageBundle, Messages } from '../src/core/message-types.ts'

/* The texts of every element, in every language. */

const modules = import.meta.glob<Record<string, unknown>>('../src/**/*.messages.ts', { eager: true })
const isBundle = (value: unknown): value is MessageBundle =>
  typeof value === 'object' && value !== null && 'languages' in value && 'en' in value
const bundles = await Promise.all(
  Object.values(modules)
    .flatMap((module) => Object.values(module).filter(isBundle))
    // Lazy texts are included.
    .map(async (bundle): Promise<MessageBundle> => ({ ...bundle, en: { ...bundle.en, ...(await bundle.lazy?.()) } })),
)

const forms = (message: Message): readonly string[] =>
  typeof message === 'string' ? [message] : 'other' in message ? Object.values(message) : message
const names = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))].toSorted()
const namesIn = (message: Message): string[] => [...new Set(forms(message).flatMap(names))].toSorted()

test('every element has texts', () => {
  expect(bundles.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['core', 'provider', 'booking', 'consent-dialog', 'audit-log', 'queue', 'intake']),
  )
})

describe.each(bundles.map((bundle) => [bundle.name, bundle] as const))('%s', (_, bundle) => {
  const { en } = bundle

  test.each(Object.keys(bundle.languages))(
    'is complete in %s, with the same placeholders in each sentence',
    async (language) => {
      const texts = (await bundle.languages[language]?.()) as Messages
      expect(Object.keys(texts).toSorted()).toEqual(Object.keys(en).toSorted())
      for (const [key, message] of Object.entries(en)) {
        const translated = texts[key] as Message
        expect([key, namesIn(translated).filter((name) => name !== 'count')]).toEqual([
          key,
          namesIn(message).filter((name) => name !== 'count'),
        ])
        expect([key, forms(translated).every((text) => text.trim() !== '')]).toEqual([key, true])
        if (typeof message === 'object' && !('other' in message))
          expect([key, forms(translated)]).toEqual([key, expect.objectContaining({ length: 3 })])
      }
    },
  )

  test('is calm: no exclamation mark, no emoji, no three dots', async () => {
    const all = [en, ...(await Promise.all(Object.values(bundle.languages).map((load) => load())))]
    for (const texts of all) {
      for (const [key, message] of Object.entries(texts)) {
        for (const text of forms(message))
          expect([key, text.match(/[!¡]|\p{Extended_Pictographic}|…|\.\.\./u)]).toEqual([key, null])
      }
    }
  })

  test('a problem says what happened, that nothing was lost, and what to do', () => {
    for (const [key, message] of Object.entries(en)) {
      if (!key.startsWith('problem_')) continue
      const [happened = '', reassurance = '', next = ''] = forms(message)
      expect([key, happened.endsWith('.'), reassurance.endsWith('.'), next.endsWith('.')]).toEqual([
        key,
        false,
        true,
        true,
      ])
    }
  })
})

/** Groups of vowels without a silent final e: accurate enough for the grade of a whole element. */
const syllables = (word: string): number =>
  Math.max(
    1,
    (
      word
        .toLowerCase()
        .replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, '')
        .match(/[aeiouy]{1,2}/g) ?? []
    ).length,
  )

/** Flesch-Kincaid grade level: years of school that are needed to read this. */
const grade = (sentences: readonly string[]): number => {
  const words = sentences.flatMap((sentence) => sentence.match(/[A-Za-z’']+/g) ?? [])
  const sounds = words.reduce((sum, word) => sum + syllables(word), 0)
  return 0.39 * (words.length / sentences.length) + 11.8 * (sounds / words.length) - 15.59
}

/** Read by clinic staff, who know technical terms. */
const forClinic = new Set([
  'queue',
  'inbox',
  'alerts',
  'note-editor',
  'prescription-pad',
  'lab-orders',
  'chart',
  'chart-vitals',
  'claim-desk',
])
const forPatients = bundles.filter(({ name }) => !forClinic.has(name))

test.each(forPatients.map(({ name, en }) => [name, en] as const))(
  '%s can be read after eight years of school',
  (_, en) => {
    const sentences = Object.values(en)
      .flatMap(forms)
      .flatMap((text) => text.replace(/\{\w+\}/g, 'this').split(/(?<=[.?:])\s+/))
      .filter((sentence) => (sentence.match(/[A-Za-z]+/g) ?? []).length >= 4)
    expect(grade(sentences)).toBeLessThanOrEqual(8)
  },
)

test('the grade distinguishes hard words from easy ones', () => {
  expect(grade(['Choose a time that is good for you.'])).toBeLessThan(4)
  expect(
    grade([
      'Authorization of the aforementioned practitioner necessitates documentation of jurisdictional eligibility.',
    ]),
  ).toBeGreaterThan(14)
})
