/** Clinicians' words and short forms in force from a day on. */
export interface SynonymSet {
  readonly effectiveFrom: string
  readonly effectiveTo: string | null
  /** Codes by term. A code without its end stands for all codes that begin with it. */
  readonly terms: Readonly<Record<string, readonly string[]>>
}

export interface TermMatch {
  readonly term: string
  readonly codes: readonly string[]
  /** The term is exactly what was typed, without regard to case, accents and punctuation. */
  readonly isWhole: boolean
}

export interface SynonymIndex {
  /** Terms in force on `day` in which every word begins a word, whole terms first, then the shortest. */
  search(words: readonly string[], day: string): readonly TermMatch[]
  /** All words of all terms. */
  readonly vocabulary: readonly string[]
}

interface Term extends Omit<TermMatch, 'isWhole'> {
  readonly words: readonly string[]
  readonly set: SynonymSet
}

export const synonymIndex = (
  sets: readonly SynonymSet[],
  wordsOf: (text: string) => readonly string[],
): SynonymIndex => {
  const terms = sets.flatMap((set) =>
    Object.entries(set.terms).map(([term, codes]): Term => ({ term, codes, words: wordsOf(term), set })),
  )
  return {
    vocabulary: [...new Set(terms.flatMap(({ words }) => words))],
    search: (typed, day) =>
      typed.length === 0
        ? []
        : terms
            .filter(
              ({ set: { effectiveFrom, effectiveTo } }) =>
                effectiveFrom <= day && (effectiveTo === null || day < effectiveTo),
            )
            .filter(({ words }) => typed.every((start) => words.some((word) => word.startsWith(start))))
            .map(({ term, codes, words }) => ({ term, codes, isWhole: words.join(' ') === typed.join(' ') }))
            .toSorted((a, b) => Number(b.isWhole) - Number(a.isWhole) || a.term.length - b.term.length),
  }
}
