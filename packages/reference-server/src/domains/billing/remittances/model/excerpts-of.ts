/**
 * The part of an X12 file about one claim: the envelope, the header of the transaction, and that claim's own segments. What is stored with
 * a patient's claim must not show another patient. Purely by position; segments are not interpreted. The file is parsed once, for any
 * number of claims. Of several parts about one number, `occurrence` says which: another patient's part may name our number.
 */
export const excerptsOf = (content: string): ((claimNumber: string, occurrence: number) => string) => {
  const element = content.charAt(3)
  const terminator = content.charAt(105)
  const blocks: string[][] = [[]]
  for (const part of content.split(terminator)) {
    const segment = part.trim()
    if (segment === '') continue
    if (beginsBlock.has(tagOf(segment, element))) blocks.push([])
    blocks.at(-1)?.push(segment)
  }
  const [head = [], ...rest] = blocks
  const ranks = rest.map((block) => rankOf(block, element))
  const about = new Map<string, number[]>()
  for (const [index, block] of rest.entries())
    if (ranks[index] === null)
      for (const number of numbersIn(block, element)) about.set(number, [...(about.get(number) ?? []), index])
  return (claimNumber, occurrence) => {
    const own = about.get(claimNumber)?.[occurrence]
    const stored =
      own === undefined ? ranks.flatMap((rank, index) => (rank === null ? [] : [index])) : chainOf(ranks, own)
    return [...head, ...stored.flatMap((index) => rest[index] ?? [])].map((segment) => segment + terminator).join('\n')
  }
}

/** A block with the levels above it, and the trailers. A file may have several payers and providers. */
const chainOf = (ranks: readonly (number | null)[], own: number): readonly number[] => {
  const stored = [own]
  let below = Infinity
  for (let index = own - 1; index >= 0; index -= 1) {
    const rank = ranks[index] ?? null
    if (rank === null || rank >= below) continue
    stored.unshift(index)
    below = rank
  }
  return [...stored, ...ranks.flatMap((rank, index) => (rank === trailer && index > own ? [index] : []))]
}

/** An excerpt with its segments counted again, so that it can be read like a file. */
export const recounted = (excerpt: string): string => {
  const element = excerpt.charAt(3)
  const terminator = excerpt.charAt(105)
  const segments = excerpt
    .split(terminator)
    .map((segment) => segment.trim())
    .filter((segment) => segment !== '')
  const [first, last] = ['ST', 'SE'].map((tag) => segments.findIndex((segment) => tagOf(segment, element) === tag))
  return segments
    .map((segment, index) => {
      if (index !== last) return segment + terminator
      const [tag, , control] = segment.split(element)
      return [tag, String((last ?? 0) - (first ?? 0) + 1), control].join(element) + terminator
    })
    .join('')
}

const tagOf = (segment: string, element: string): string => segment.split(element, 1)[0] ?? ''

/** Claims begin with CLP in an 835 and with a level in a 277CA; the trailer of the transaction belongs to no claim. */
const beginsBlock: ReadonlySet<string> = new Set(['CLP', 'HL', 'LX', 'PLB', 'SE'])

/** The claims that a block is about, as often as it names them. */
const numbersIn = (block: readonly string[], element: string): readonly string[] =>
  block.flatMap((segment) => {
    const [tag, first, second] = segment.split(element)
    const number = tag === 'CLP' ? first : tag === 'TRN' ? second : undefined
    return number === undefined ? [] : [number]
  })

const trailer = -1

/**
 * The rank of a level above the patient, which names the source, the receiver or the provider (HL03); null for what is about a claim. The
 * trailer is shared. Provider adjustments may name other claims.
 */
const rankOf = ([first = '', ...rest]: readonly string[], element: string): number | null => {
  const tag = tagOf(first, element)
  if (tag === 'SE') return trailer
  const rank = ['20', '21', '19'].indexOf(first.split(element)[3] ?? '')
  if (tag !== 'HL' || rank === -1 || rest.some((segment) => /^NM1.(QC|IL)\b/.test(segment))) return null
  return rank
}

/** Counts the parts of a file about each number, in their order. */
export const countOccurrences = (): ((claimNumber: string) => number) => {
  const seen = new Map<string, number>()
  return (claimNumber) => {
    const occurrence = seen.get(claimNumber) ?? 0
    seen.set(claimNumber, occurrence + 1)
    return occurrence
  }
}
