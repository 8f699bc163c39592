import { describe, expect, test } from 'vitest'
import type { Message, MessageBundle, Messages, PluralMessage } from '../src/core/message-types.ts'

/* Words that must not be swapped: a swapped translation is complete but wrong, and no other test fails. */

const modules = import.meta.glob<Record<string, unknown>>('../src/**/*.messages.ts', { eager: true })
const isBundle = (value: unknown): value is MessageBundle =>
  typeof value === 'object' && value !== null && 'languages' in value && 'en' in value
const bundles = await Promise.all(
  Object.values(modules)
    .flatMap((module) => Object.values(module).filter(isBundle))
    .map(async (bundle) => ({
      name: bundle.name,
      texts: {
        en: { ...bundle.en, ...(await bundle.lazy?.()) } as Messages,
        es: (await bundle.languages['es']?.()) as Messages,
        ar: (await bundle.languages['ar']?.()) as Messages,
      },
    })),
)
type Language = keyof (typeof bundles)[number]['texts']

/** The English word of an act, and its stems in each language. */
const acts: readonly (readonly [string, RegExp, Readonly<Record<'es' | 'ar', RegExp>>])[] = [
  ['signing out', /^Sign out/, { es: /cerrar sesión/i, ar: /الخروج/ }],
  ['staying', /^Stay signed in/, { es: /seguir conectad/i, ar: /البقاء|ابق/ }],
  ['signing in', /^Sign in\b/, { es: /entrar|iniciar sesión/i, ar: /الدخول/ }],
  ['going back', /^Back\b(?! (?:in|on|of the card)\b)/, { es: /atrás|volver/i, ar: /رجوع|عودة|العودة|الرجوع/ }],
  ['trying again', /^Try again/, { es: /de nuevo|otra vez|reintentar/i, ar: /حاول|المحاولة|محاولة|أعد/ }],
  ['searching', /^Search\b/, { es: /busc/i, ar: /بحث|ابحث/ }],
  ['saving', /^Save\b(?!d)/, { es: /guard/i, ar: /حفظ|احفظ/ }],
  ['closing', /^Close\b/, { es: /cerrar|cierr/i, ar: /إغلاق|أغلق/ }],
]

describe.each(['es', 'ar'] as const)('in %s', (language) => {
  test.each(acts)('%s has the right word in every place', (_, english, { [language]: stem }) => {
    const said = bundles.flatMap(({ name, texts }) =>
      Object.entries(texts.en)
        .filter(([, message]) => typeof message === 'string' && english.test(message))
        .map(([key]) => [`${name}.${key}`, texts[language][key]] as const),
    )
    expect(said.length).toBeGreaterThan(0)
    expect(said.filter(([, message]) => !stem.test(String(message)))).toEqual([])
  })
})

const plurals = (language: Language): (readonly [string, PluralMessage])[] =>
  bundles.flatMap(({ name, texts }) =>
    Object.entries(texts[language])
      .filter((entry): entry is [string, PluralMessage] => isPlural(entry[1]))
      .map(([key, message]) => [`${name}.${key}`, message] as const),
  )
const isPlural = (message: Message): message is PluralMessage => typeof message === 'object' && 'other' in message

const irregular: Readonly<Record<string, readonly string[]>> = {
  is: ['are'],
  was: ['were'],
  has: ['have'],
  it: ['them', 'they'],
  person: ['people'],
  es: ['son'],
  el: ['los'],
  lo: ['los'],
  vez: ['veces'],
  entry: ['entries'],
}
/** Whether `other` is the plural of a word: `minute`, `minutes`; `queda`, `quedan`. */
const isPluralOf = (other: string, one: string): boolean =>
  [
    `${one}s`,
    `${one}es`,
    `${one}n`,
    ...(one.endsWith('y') ? [`${one.slice(0, -1)}ies`] : []),
    ...(irregular[one] ?? []),
  ].includes(other)
/** The words without accents: `inhalación`, `inhalaciones`. */
const words = (text: string): string[] =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/\p{L}+/gu) ?? []
/** The first plural word decides: `thing blocks`, `things block`. */
const isSwapped = ({ one = '', other }: PluralMessage): boolean => {
  const first = words(one).find((word) => words(other).some((more) => isPluralOf(more, word) || isPluralOf(word, more)))
  return first !== undefined && words(other).some((more) => isPluralOf(first, more))
}

describe.each(['en', 'es'] as const)('in %s', (language) => {
  test('one is said of one, and more of more', () => {
    const pairs = plurals(language).filter(([, { one, other }]) => one !== undefined && one !== other)
    expect(pairs.length).toBeGreaterThan(30)
    expect(pairs.filter(([, message]) => isSwapped(message))).toEqual([])
    const unsaid = pairs.filter(
      ([, { one = '', other }]) => !words(other).some((more) => words(one).some((word) => isPluralOf(more, word))),
    )
    // Sentences that differ by more than a number were checked one by one.
    expect(unsaid.map(([name]) => name)).toEqual(looked[language])
  })
})

const looked: Readonly<Record<'en' | 'es', readonly string[]>> = {
  en: ['search-box.found', 'prescription-pad.perDay'],
  es: [],
}
