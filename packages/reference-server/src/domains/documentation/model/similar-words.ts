/** Words of a vocabulary that resemble a misspelled one, the most similar first. */
export type SimilarWords = (typed: string) => readonly string[]

/** Below this a typed word is too short: nearly every word resembles it. */
const shortestTyped = 4
const mostWords = 3

/**
 * Trigrams choose candidates, as pg_trgm of PostgreSQL does; edits decide. Two neighbors that changed places are one edit. One edit is
 * tolerated, and two in a word of seven letters or more.
 */
export const similarWords = (vocabulary: readonly string[]): SimilarWords => {
  const wordsByTrigram = new Map<string, string[]>()
  for (const word of vocabulary) {
    if (word.length < shortestTyped - 1 || !/^\p{Letter}+$/u.test(word)) continue
    for (const trigram of trigramsOf(word)) {
      const words = wordsByTrigram.get(trigram)
      if (words) words.push(word)
      else wordsByTrigram.set(trigram, [word])
    }
  }
  return (typed) => {
    if (typed.length < shortestTyped) return []
    const tolerated = typed.length < 7 ? 1 : 2
    const candidates = new Set([...trigramsOf(typed)].flatMap((trigram) => wordsByTrigram.get(trigram) ?? []))
    return [...candidates]
      .filter((word) => Math.abs(word.length - typed.length) <= tolerated)
      .map((word) => ({ word, edits: editsBetween(typed, word) }))
      .filter(({ edits }) => edits <= tolerated)
      .toSorted((a, b) => a.edits - b.edits || (a.word < b.word ? -1 : 1))
      .slice(0, mostWords)
      .map(({ word }) => word)
  }
}

/** With two blanks before and one after, so that the first letters count most. */
const trigramsOf = (word: string): ReadonlySet<string> => {
  const padded = `  ${word} `
  const trigrams = new Set<string>()
  for (let at = 0; at + 3 <= padded.length; at += 1) trigrams.add(padded.slice(at, at + 3))
  return trigrams
}

/** The distance of Damerau and Levenshtein between strings of letters, with neighbors exchanged once. */
const editsBetween = (one: string, other: string): number => {
  let twoBefore: number[] = []
  let before = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1
      const edited = Math.min((before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (before[j - 1] ?? 0) + same)
      const isExchange = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      row.push(isExchange ? Math.min(edited, (twoBefore[j - 2] ?? 0) + 1) : edited)
    }
    twoBefore = before
    before = row
  }
  return before[other.length] ?? 0
}
