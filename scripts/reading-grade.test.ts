import { describe, expect, it } from 'vitest'
import { textsForPatients, textsOfElements } from './language/patient-texts.testing.ts'
import { countWords, readingGrade, sentencesOf } from './language/reading-grade.ts'

/** AHRQ and the NHS ask for grade 6 to 8. The formula is not meaningful for a few words. */
const highestGrade = 7
const fewestWords = 5

describe('what patients read in English', () => {
  it('needs at most seven years of school, each text on its own', async () => {
    const texts = await textsForPatients('en')
    expect(texts.length).toBeGreaterThan(1000)
    const hard = texts
      .filter(({ text }) => countWords(text) >= fewestWords)
      .map(({ at, text }) => ({ at, text, grade: readingGrade(sentencesOf([text])) }))
      .filter(({ grade }) => grade > highestGrade)
    expect(hard.map(({ at, text, grade }) => `${grade.toFixed(1)} ${at}: ${text}`)).toEqual([])
  })

  it('is measured with a formula that distinguishes hard words from easy ones', () => {
    expect(readingGrade(['Choose a time that is good for you.'])).toBeLessThan(3)
    const hard =
      'Authorization of the aforementioned practitioner necessitates documentation of jurisdictional eligibility.'
    expect(readingGrade([hard])).toBeGreaterThan(20)
  })
})

/** Expressions of a translation, or words that a screen used for something else. */
const unclear =
  /stands? below|fresh proof|hand(?:ed|s)? out|needs? a look|(?:that|who) waits?\b|with the network|^told$|take the visit and note/i

it('no text uses an expression that people do not say', async () => {
  const texts = [...(await textsForPatients('en')), ...(await textsOfElements('en'))]
  const found = texts.filter(({ text }) => unclear.test(text)).map(({ at, text }) => `${at}: ${text}`)
  expect([...new Set(found)]).toEqual([])
})

it('no text is the same in Spanish as in English', async () => {
  const byPlace = async (language: string): Promise<Map<string, string>> => {
    const texts = await textsForPatients(language)
    // `booking.es.ts#…`, `es.json` and `#es` are the same place as those in English. Constants are named after their language.
    return new Map(texts.map(({ at, text }) => [at.replaceAll(new RegExp(`\\b${language}\\b`, 'g'), '*'), text]))
  }
  const [english, spanish] = [await byPlace('en'), await byPlace('es')]
  expect([...english.keys()].filter((place) => !spanish.has(place))).toEqual([])
  const same = [...english].filter(
    ([place, text]) => text === spanish.get(place) && countWords(text.replaceAll(/\{\w+\}/g, '')) > 1,
  )
  expect(same).toEqual([])
})
