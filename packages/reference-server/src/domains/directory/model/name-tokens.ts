import { foldName, foldedForms, wordsOfName } from '../../../platform/names/fold-name.ts'
import type { PersonName, PersonNames } from '../../../platform/names/person-name.ts'

/** What a person is found by. The part of the name is part of the token, because the hashes of all tokens are in one list. */
export type NamePart = 'family' | 'given'
export type NameToken = `${NamePart}:${string}` | `${NamePart}^${string}`

/** The start of a name that can be searched: shorter ones find everyone, and distinguish no one. */
const shortestStart = 3
const longestStart = 12

const startsOf = (form: string): readonly string[] => {
  const letters = Array.from(form)
  return letters
    .slice(shortestStart - 1, longestStart)
    .map((_, index) => letters.slice(0, shortestStart + index).join(''))
}

/** The whole name in each of its forms, their starts, and the starts of each part of a double name. */
const tokensOfPart = (part: NamePart, name: string): readonly NameToken[] => {
  const whole = foldedForms(name)
  const parts = wordsOfName(name).length > 1 ? name.split(/[\s-]+/).flatMap(foldedForms) : []
  return [
    ...whole.map((form): NameToken => `${part}:${form}`),
    ...[...whole, ...parts].flatMap(startsOf).map((start): NameToken => `${part}^${start}`),
  ]
}

/** A person with one name is found by it as a family name, which is where partners write it. */
const tokensOfName = ({ given, middle = [], family }: PersonName): readonly NameToken[] => [
  ...tokensOfPart('family', family === '' ? given : family),
  ...[given, ...middle].filter((name) => name !== '').flatMap((name) => tokensOfPart('given', name)),
]

/** The tokens of all of a person's names. */
export const nameTokens = ({ name, otherNames = [] }: PersonNames): readonly NameToken[] => [
  ...new Set([name, ...otherNames].flatMap(tokensOfName)),
]

/** The tokens of a searched name, any of which finds a person: as it is folded, and transliterated. */
export const searchTokens = (part: NamePart, name: string, match: 'whole' | 'start'): readonly NameToken[] => {
  if (match === 'whole') return foldedForms(name).map((form): NameToken => `${part}:${form}`)
  return foldedForms(name).map((form): NameToken => `${part}^${Array.from(form).slice(0, longestStart).join('')}`)
}

/** Whether the start of a name is long enough to be searched. */
export const isSearchableStart = (name: string): boolean => Array.from(foldName(name)).length >= shortestStart
