export interface Token {
  readonly text: string
  /** Its position in the file. */
  readonly at: number
}

/** Names, numbers and single characters of a text; white space is omitted, because formatting changes it. */
export const tokensOf = (text: string): readonly Token[] =>
  [...text.matchAll(/[\p{L}_$][\p{L}\d_$]*|\d+|[^\s]/gu)].map(({ 0: token, index }) => ({ text: token, at: index }))

const isName = (text: string): boolean => /^[\p{L}_$]/u.test(text)

/** The cost of comparing two files is the product of their token counts; above this limit it takes minutes. */
const mostCells = 200_000_000

const [paired, gone, added] = [0, 1, 2] as const

/**
 * For each token of `before` the index of the corresponding token in `after`, or null: the same token, or one that replaced it. A common
 * prefix and suffix are skipped first. Null: they differ too much to compare.
 */
export const alignTokens = (before: readonly Token[], after: readonly Token[]): readonly (number | null)[] | null => {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head]?.text === after[head]?.text) head++
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail)?.text === after.at(-1 - tail)?.text) tail++
  const [old, now] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)]
  if (old.length * now.length > mostCells) return null
  const partners: (number | null)[] = before.map((_, index) => (index < head ? index : null))
  for (let back = 1; back <= tail; back++) partners[before.length - back] = after.length - back
  const steps = stepsOf(old, now)
  for (let i = old.length, j = now.length; i > 0 || j > 0;) {
    const step = steps[i * (now.length + 1) + j]
    if (step === paired) partners[head + --i] = head + --j
    else if (step === gone) i--
    else j--
  }
  return partners
}

/** The cheapest last step for each pair of lengths: a changed name costs less than one removed and one added. */
const stepsOf = (old: readonly Token[], now: readonly Token[]): Uint8Array => {
  const width = now.length + 1
  const steps = new Uint8Array((old.length + 1) * width)
  let above = Float32Array.from({ length: width }, (_, j) => j)
  steps.fill(added, 1, width)
  for (let i = 1; i <= old.length; i++) {
    const row = new Float32Array(width)
    row[0] = i
    steps[i * width] = gone
    const from = old[i - 1]?.text ?? ''
    for (let j = 1; j < width; j++) {
      const to = now[j - 1]?.text ?? ''
      const change = from === to ? 0 : isName(from) && isName(to) ? 1 : 1.9
      const [pair, less, more] = [(above[j - 1] ?? 0) + change, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1]
      row[j] = Math.min(pair, less, more)
      steps[i * width + j] = pair <= less && pair <= more ? paired : less <= more ? gone : added
    }
    above = row
  }
  return steps
}
