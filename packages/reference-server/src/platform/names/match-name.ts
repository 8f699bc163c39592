import { foldName, wordForms, wordsOfName } from './fold-name.ts'
import type { PersonName, PersonNames } from './person-name.ts'
import { isSameRomanized } from './romanization.ts'
import { readSuffix, suffixAtEnd, withoutSuffix } from './suffix.ts'
import { isLatin, transliterate } from './transliterate.ts'

/** The name that a partner reports. Null if it gives no such part. */
export interface ReportedName {
  readonly family: string
  readonly given: string | null
  readonly middle?: readonly string[] | undefined
  readonly suffix?: string | null | undefined
}

/**
 * How two names agree, from the same letters to not at all.
 *
 * - `exact`: as it is written.
 * - `folded`: without case, accents, spaces and punctuation; a middle name or a suffix may be missing on one side.
 * - `transliterated`: one is the other in Latin letters.
 * - `partial`: one part of a double family name, a name that is cut off, or an initial.
 * - `reordered`: the same words in another order.
 * - `none`: another name.
 */
export type NameAgreement = 'exact' | 'folded' | 'transliterated' | 'partial' | 'reordered' | 'none'

export interface NameMatch {
  readonly agreement: NameAgreement
  /** The use of the name that agrees: `official`, or that of another name (FHIR: HumanName.use). */
  readonly use: string
  /** 100 is the official name as it is written, 0 another name. */
  readonly score: number
}

const scores: Readonly<Record<NameAgreement, number>> = {
  exact: 100,
  folded: 95,
  transliterated: 85,
  partial: 60,
  reordered: 50,
  none: 0,
}
/** Less, if it agrees with a name other than the official one. */
const ofOtherUse = 5

/** From this score on a name is the person's, if their birth date is too. Below it, a person decides. */
export const sameNameScore = 80
/** From this score on a name is the person's, if a number that was given to this person alone is too (a claim's, a member's). */
export const similarNameScore = 60

/** How the reported name agrees with the best of a person's names. */
export const matchName = (reported: ReportedName, { name, otherNames = [] }: PersonNames): NameMatch =>
  [{ ...name, use: 'official' }, ...otherNames]
    .map(({ use, ...known }): NameMatch => {
      const agreement = agreementOf(reported, known)
      const score = scores[agreement] - (use === 'official' || agreement === 'none' ? 0 : ofOtherUse)
      return { agreement, use, score }
    })
    .reduce((best, each) => (each.score > best.score ? each : best))

/** Words that systems write in place of a name that a person does not have. */
const placeholders: ReadonlySet<string> = new Set(['fnu', 'lnu', 'nfn', 'nln', 'nmn'])
const known = (part: string | null): string => (part !== null && placeholders.has(foldName(part)) ? '' : (part ?? ''))

interface Parts {
  readonly family: string
  /** Null: not reported. */
  readonly given: string | null
  readonly suffix: string
}

/** A single name is compared as a family name, which is where partners write it. */
const partsOf = ({ family, given, middle = [], suffix }: ReportedName): Parts => {
  const givenNames = [known(given), ...middle.map(known)].filter((part) => part !== '').join(' ')
  const [first, last] = known(family) === '' ? ['', givenNames] : [givenNames, known(family)]
  return {
    family: withoutSuffix(last),
    given: given === null ? null : withoutSuffix(first),
    suffix: readSuffix(suffix ?? '') || suffixAtEnd(last) || suffixAtEnd(first),
  }
}

const agreementOf = (reported: ReportedName, ours: PersonName): NameAgreement => {
  const [one, other] = [partsOf(reported), partsOf(ours)]
  // Father and son share a name, an address and a policy.
  if (one.suffix !== '' && other.suffix !== '' && one.suffix !== other.suffix) return 'none'
  if (one.family === '' || other.family === '') return 'none'
  if (isExact(one, other)) return 'exact'
  const direct = best(one, other, isSameWord)
  if (direct !== 'none' || isWritten(one) === isWritten(other)) return direct
  const romanized = best(inLatin(one), inLatin(other), isSameRomanized)
  return romanized === 'folded' ? 'transliterated' : romanized
}

const isExact = (one: Parts, other: Parts): boolean =>
  one.family.trim() === other.family.trim() && one.given?.trim() === other.given?.trim() && one.suffix === other.suffix

const isWritten = ({ family, given }: Parts): 'in Latin letters' | 'in others' =>
  isLatin(`${family}${given ?? ''}`) ? 'in Latin letters' : 'in others'

const inLatin = ({ family, given, suffix }: Parts): Parts => ({
  family: transliterate(family),
  given: given === null ? null : transliterate(given),
  suffix,
})

type IsSame = (one: string, other: string) => boolean
const isSameWord: IsSame = (one, other) => one === other

const best = (one: Parts, other: Parts, isSame: IsSame): NameAgreement => {
  const families = pairs(one.family, other.family)
  // A partner that knows no given name says nothing about it.
  const givens = one.given === null || other.given === null ? null : pairs(one.given, other.given)
  const isFamily = families.some(([a, b]) => isSame(a.join(''), b.join('')))
  const isGiven = givens === null || givens.some(([a, b]) => isConsistent(a, b, isSame))
  if (isFamily && isGiven) return 'folded'
  const isFamilyPart = isFamily || families.some(([a, b]) => isCut(a, b) || isPartOfSeveral(a, b, isSame))
  const isGivenPart = isGiven || givens.some(([a, b]) => isCut(a, b) || isInitial(a, b))
  if (isFamilyPart && isGivenPart) return 'partial'
  return isReordered(one, other) ? 'reordered' : 'none'
}

/** All spellings of one against all of the other. Signs alone are compared as they are. */
const pairs = (one: string, other: string): (readonly [readonly string[], readonly string[]])[] => {
  const forms = (name: string) => wordForms(name).map((words) => (words.length === 0 ? [name.trim()] : words))
  return forms(one).flatMap((a) => forms(other).map((b) => [a, b] as const))
}

/**
 * Given names agree from the first one on, however they are split into words (Mary Ann, MaryAnn). Further names may be missing on one side
 * and may be initials; another further name is another person, who may be a twin.
 */
const isConsistent = (one: readonly string[], other: readonly string[], isSame: IsSame, isFirst = true): boolean => {
  if (!isFirst && (one.length === 0 || other.length === 0)) return true
  for (let taken = 1; taken <= Math.max(one.length, other.length); taken++)
    for (const [a, b] of taken === 1
      ? [[1, 1]]
      : [
          [taken, 1],
          [1, taken],
        ]) {
      const [left, right] = [one.slice(0, a).join(''), other.slice(0, b).join('')]
      const isFurtherInitial = !isFirst && taken === 1 && isInitial([left], [right])
      if ((isFurtherInitial || isSame(left, right)) && isConsistent(one.slice(a), other.slice(b), isSame, false))
        return true
    }
  return false
}

const isInitialOf = (initial: string, name: string): boolean => initial.length === 1 && name.startsWith(initial)

/** Names are cut off at the length of a field; shorter than this, the start of a name is another name (Ann, Anna). */
const shortestCut = 8

const isCut = (one: readonly string[], other: readonly string[]): boolean => {
  const [shorter, longer] = [one.join(''), other.join('')].toSorted((a, b) => a.length - b.length) as [string, string]
  return shorter.length >= shortestCut && longer.startsWith(shorter)
}

const isInitial = ([one = '']: readonly string[], [other = '']: readonly string[]): boolean =>
  isInitialOf(one, other) || isInitialOf(other, one)

const isPartOfSeveral = (one: readonly string[], other: readonly string[], isSame: IsSame): boolean =>
  (one.length > 1 || other.length > 1) && one.some((word) => other.some((each) => isSame(word, each)))

const isReordered = (one: Parts, other: Parts): boolean => {
  const sorted = ({ family, given }: Parts) =>
    wordsOfName(`${given ?? ''} ${family}`)
      .toSorted()
      .join(' ')
  return sorted(one) === sorted(other)
}
