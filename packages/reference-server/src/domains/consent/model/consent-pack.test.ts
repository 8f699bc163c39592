import { beforeAll, describe, expect, it } from 'vitest'
import { loadConsentPack } from '../packs/load-consent-pack.ts'
import { validateClauses, requiredClauses, validateSections, validateTranslation } from './validate-clauses.ts'
import type { ConsentPack, StarterText } from './consent-pack.ts'
import { readConsentPack } from './read-consent-pack.ts'

let pack: ConsentPack
beforeAll(async () => {
  pack = await loadConsentPack()
})
const text = (purpose: StarterText['purpose'], language: string): StarterText => {
  const found = pack.starterTexts.find((each) => each.purpose === purpose && each.language === language)
  if (!found) throw new Error(`The pack has no ${language} text for ${purpose}.`)
  return found
}
const wordsOf = ({ sections }: StarterText): string[] =>
  sections.flatMap(({ text }) => text.match(/[\p{L}’'-]+/gu) ?? [])
const sentencesOf = ({ sections }: StarterText): number =>
  sections.reduce((total, section) => total + (section.text.match(/[.:?](\s|$)/g)?.length ?? 0), 0)

describe('the texts in the release', () => {
  it.each(['telehealth-treatment', 'recording'] as const)(
    'for %s contain every required clause, in English and in Spanish',
    (purpose) => {
      for (const language of ['en', 'es']) {
        const { sections } = text(purpose, language)
        expect(validateClauses(pack, purpose, sections)).toEqual([])
        expect(validateSections(sections)).toEqual([])
      }
      expect(validateTranslation(text(purpose, 'en').sections, text(purpose, 'es').sections)).toEqual([])
    },
  )

  it.each(['telehealth-treatment', 'recording'] as const)(
    'for %s can be read with eight years of schooling',
    (purpose) => {
      const english = text(purpose, 'en')
      const words = wordsOf(english)
      const syllables = words.reduce((total, word) => total + englishSyllables(word), 0)
      // Flesch-Kincaid grade level.
      const grade = 0.39 * (words.length / sentencesOf(english)) + 11.8 * (syllables / words.length) - 15.59
      expect(grade).toBeLessThan(8)

      const spanish = text(purpose, 'es')
      const palabras = wordsOf(spanish)
      const silabas = palabras.reduce((total, word) => total + spanishSyllables(word), 0)
      // Flesch-Szigriszt: 65 or more is "easy" on the INFLESZ scale.
      const perspicuidad = 206.835 - 62.3 * (silabas / palabras.length) - palabras.length / sentencesOf(spanish)
      expect(perspicuidad).toBeGreaterThan(65)
    },
  )
})

it('a treatment text must contain the clauses of every state in the pack, and each missing clause is named', () => {
  const required = requiredClauses(pack, 'telehealth-treatment')
  expect(required).toEqual(expect.arrayContaining(['identity-check', 'interruption', 'coverage', 'non-comparability']))
  const { sections } = text('telehealth-treatment', 'en')
  for (const id of required) {
    const faults = validateClauses(
      pack,
      'telehealth-treatment',
      sections.filter((section) => section.id !== id),
    )
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatchObject({
      pointer: '/sections',
      code: 'clause_missing',
      message: expect.stringContaining(id),
    })
  }
})

it('a required clause in an optional section counts as missing', () => {
  const sections = text('recording', 'en').sections.map((section) => ({
    ...section,
    mandatory: section.id !== 'indicator',
  }))
  expect(validateClauses(pack, 'recording', sections)).toMatchObject([{ pointer: '/sections/2/mandatory' }])
})

it('a pack that requires a clause without a description is not loaded', () => {
  expect(() => readConsentPack({ clauses: [], purposes: { recording: ['indicator'] } }, { rows: [] }, [])).toThrow(
    /indicator/,
  )
})

const englishSyllables = (word: string): number => {
  const groups = word
    .toLowerCase()
    .replace(/(?:[^laeiouy]es|[^laeiouyt]ed|[^laeiouy]e)$/, '')
    .match(/[aeiouy]{1,2}/g)
  return Math.max(1, groups?.length ?? 0)
}
const spanishSyllables = (word: string): number => {
  // Two strong vowels, or an accented weak vowel next to another vowel, are two syllables. Every other cluster is one.
  const parted = word.toLowerCase().replaceAll(/([aeoáéó])(?=[aeoáéóíú])|([íú])(?=[aeo])/g, '$1$2-')
  return Math.max(1, parted.match(/[aeiouáéíóúü]+/g)?.length ?? 0)
}
