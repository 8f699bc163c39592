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
