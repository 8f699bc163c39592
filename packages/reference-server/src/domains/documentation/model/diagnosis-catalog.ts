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

export interface DiagnosisCatalog {
  /** Null for a code that is unknown or not in effect on `day` (`YYYY-MM-DD`). */
  find(code: string, day: string): Diagnosis | null
  /** By the start of a code, with or without its dot, or by the starts of words in any order. The shortest wording first. */
  search(text: string, limit: number, day: string): Diagnosis[]
}

/** A code may be in several releases. On each day the release in effect on that day counts. */
export const diagnosisCatalog = (dated: readonly DatedDiagnosis[]): DiagnosisCatalog => {
  const byCode = Map.groupBy(dated, ({ code }) => code)
  const inOrder = dated.toSorted((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))
  const codesWithoutDot = inOrder.map(({ code }) => code.replace('.', ''))
  const words = indexWords(inOrder)
  const isInForce = ({ effectiveFrom, effectiveTo }: DatedDiagnosis, day: string): boolean =>
    effectiveFrom <= day && (effectiveTo === null || day < effectiveTo)

  const byBeginningOfCode = (text: string): DatedDiagnosis[] => {
    const wanted = text.replaceAll('.', '').trim().toUpperCase()
    const found: DatedDiagnosis[] = []
    for (let at = firstNotBefore(codesWithoutDot, wanted); codesWithoutDot[at]?.startsWith(wanted) === true; at += 1) {
      const diagnosis = inOrder[at]
      if (diagnosis) found.push(diagnosis)
    }
    return found
  }
  return {
    find: (code, day) => {
      const found = byCode.get(code)?.find((diagnosis) => isInForce(diagnosis, day))
      return found ? shown(found) : null
    },
    search: (text, limit, day) => {
      const isCode = /^[a-z]\d/i.test(text.trim())
      const found = isCode ? byBeginningOfCode(text) : words.search(text)
      return found
        .filter((diagnosis) => isInForce(diagnosis, day))
        .slice(0, limit)
        .map(shown)
    },
  }
}

const shown = ({ code, display }: Diagnosis): Diagnosis => ({ code, display })

/** Binary search, so that a search in the 75,000 codes of a complete release costs as little as in the subset. */
const firstNotBefore = (sorted: readonly string[], wanted: string): number => {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? '') < wanted) low = middle + 1
    else high = middle
  }
  return low
}

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .match(/[\p{Letter}\p{Number}]+/gu) ?? []

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
  const placesOfBeginning = (beginning: string): Set<number> => {
    const places = new Set<number>()
    for (let at = firstNotBefore(vocabulary, beginning); vocabulary[at]?.startsWith(beginning) === true; at += 1) {
      for (const place of placesOf.get(vocabulary[at] ?? '') ?? []) places.add(place)
    }
    return places
  }
  return {
    search: (text: string): DatedDiagnosis[] => {
      const [first, ...others] = wordsOf(text).map(placesOfBeginning)
      if (first === undefined) return []
      return [...first]
        .filter((place) => others.every((places) => places.has(place)))
        .flatMap((place) => inOrder[place] ?? [])
        .toSorted((a, b) => a.display.length - b.display.length || (a.code < b.code ? -1 : 1))
    },
  }
}
