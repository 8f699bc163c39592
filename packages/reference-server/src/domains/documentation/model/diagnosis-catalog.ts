import type { components } from '@visitkit/contract'
import { synonymIndex, type SynonymSet } from './diagnosis-synonyms.ts'
import { similarWords } from './similar-words.ts'
import { firstNotBefore, placesOfBeginning } from './sorted-words.ts'
import { wordsOf } from './words-of.ts'

/** A billable ICD-10-CM code (a leaf of the tree). */
export interface Diagnosis {
  /** With the dot. */
  readonly code: string
  readonly display: string
}
export interface DatedDiagnosis extends Diagnosis {
  /** `YYYY-MM-DD`, inclusive. */
  readonly effectiveFrom: string
  /** `YYYY-MM-DD`, the first day on which it is no longer in effect. */
  readonly effectiveTo: string | null
}

export type FoundDiagnosis = components['schemas']['DiagnosisCode']

export interface DiagnosisCatalog {
  /** Null for a code that is unknown or not in effect on `day` (`YYYY-MM-DD`). */
  find(code: string, day: string): Diagnosis | null
  /**
   * By the start of a code, with or without its dot; by a clinician's word or short form; by the starts of words in any order, the shortest
   * wording first. Only if nothing fits: by words that are spelled nearly so.
   */
  search(text: string, limit: number, day: string): FoundDiagnosis[]
}

/** A code may be in several releases. On each day the release in effect on that day counts. */
export const diagnosisCatalog = (
  dated: readonly DatedDiagnosis[],
  synonymSets: readonly SynonymSet[] = [],
): DiagnosisCatalog => {
  const byCode = Map.groupBy(dated, ({ code }) => code)
  const inOrder = dated.toSorted((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))
  const codesWithoutDot = inOrder.map(({ code }) => code.replace('.', ''))
  const words = indexWords(inOrder)
  const synonyms = synonymIndex(synonymSets, wordsOf)
  const similar = similarWords([...new Set([...words.vocabulary, ...synonyms.vocabulary])])

  const byBeginningOfCode = (text: string): DatedDiagnosis[] =>
    placesOfBeginning(codesWithoutDot, text.replaceAll('.', '').trim().toUpperCase()).flatMap(
      (place) => inOrder[place] ?? [],
    )
  /** Whole terms first, then wordings, then terms that only begin so. */
  const byWords = (typed: readonly string[], day: string): Matched[] => {
    const terms = synonyms.search(typed, day).map(({ codes, term, isWhole }) => ({
      isWhole,
      found: codes
        .flatMap(byBeginningOfCode)
        .map((diagnosis): Matched => ({ diagnosis, match: { by: 'synonym', term } })),
    }))
    const found = (isWhole: boolean) => terms.filter((each) => each.isWhole === isWhole).flatMap((each) => each.found)
    const wordings = words.search(typed).map((diagnosis): Matched => ({ diagnosis, match: { by: 'words' } }))
    return [...found(true), ...wordings, ...found(false)]
  }
  const knows = (word: string): boolean =>
    words.knows(word) || synonyms.vocabulary.some((each) => each.startsWith(word))
  const bySpelling = (typed: readonly string[], day: string): Matched[] =>
    respelled(typed, knows, similar).flatMap((spelled) =>
      byWords(spelled, day).map(({ diagnosis }) => ({ diagnosis, match: { by: 'spelling', term: spelled.join(' ') } })),
    )
  const candidates = (text: string, day: string): Matched[] => {
    const byCode = /^[a-z]\d[a-z\d.]*$/i.test(text.trim()) ? byBeginningOfCode(text) : []
    if (byCode.length > 0) return byCode.map((diagnosis) => ({ diagnosis, match: { by: 'code' } }))
    const typed = wordsOf(text)
    const exact = byWords(typed, day)
    return exact.length > 0 ? exact : bySpelling(typed, day)
  }
  return {
    find: (code, day) => {
      const found = byCode.get(code)?.find((diagnosis) => isInForce(diagnosis, day))
      return found ? { code: found.code, display: found.display } : null
    },
    search: (text, limit, day) => {
      const found = new Map<string, FoundDiagnosis>()
      for (const { diagnosis, match } of candidates(text, day)) {
        const { code, display } = diagnosis
        if (isInForce(diagnosis, day) && !found.has(code)) found.set(code, { code, display, match })
        if (found.size === limit) break
      }
      return [...found.values()]
    },
  }
}

interface Matched {
  readonly diagnosis: DatedDiagnosis
  readonly match: FoundDiagnosis['match']
}

const isInForce = ({ effectiveFrom, effectiveTo }: DatedDiagnosis, day: string): boolean =>
  effectiveFrom <= day && (effectiveTo === null || day < effectiveTo)

const mostSpellings = 3

/** What was typed with each unknown word replaced by one that resembles it. Empty if a word resembles none. */
const respelled = (
  typed: readonly string[],
  knows: (word: string) => boolean,
  similar: (word: string) => readonly string[],
): readonly (readonly string[])[] => {
  let spellings: readonly (readonly string[])[] = [[]]
  for (const word of typed) {
    const choices = knows(word) ? [word] : similar(word)
    spellings = choices.flatMap((choice) => spellings.map((spelled) => [...spelled, choice])).slice(0, mostSpellings)
  }
  return spellings
}

const indexWords = (inOrder: readonly DatedDiagnosis[]) => {
  const placesOf = new Map<string, number[]>()
  inOrder.forEach(({ display }, place) => {
    for (const word of new Set(wordsOf(display))) {
      const places = placesOf.get(word)
      if (places) places.push(place)
      else placesOf.set(word, [place])
    }
  })
  const vocabulary = [...placesOf.keys()].toSorted()
  const placesThatBegin = (beginning: string): Set<number> =>
    new Set(placesOfBeginning(vocabulary, beginning).flatMap((at) => placesOf.get(vocabulary[at] ?? '') ?? []))
  return {
    vocabulary,
    knows: (beginning: string): boolean =>
      vocabulary[firstNotBefore(vocabulary, beginning)]?.startsWith(beginning) === true,
    search: (typed: readonly string[]): DatedDiagnosis[] => {
      const [first, ...others] = typed.map(placesThatBegin)
      if (first === undefined) return []
      return [...first]
        .filter((place) => others.every((places) => places.has(place)))
        .flatMap((place) => inOrder[place] ?? [])
        .toSorted((a, b) => a.display.length - b.display.length || (a.code < b.code ? -1 : 1))
    },
  }
}
