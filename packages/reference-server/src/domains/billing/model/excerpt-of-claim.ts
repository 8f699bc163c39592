/**
 * Of an X12 file about many, only what is about one claim: the envelope, the head of the transaction, and that claim's own segments. What a
 * patient's claim keeps must not show another patient. Purely by position; what the parts mean is the reader's business.
 */
export const excerptOfClaim = (content: string, claimNumber: string): string => {
  const element = content.charAt(3)
  const terminator = content.charAt(105)
  const segments = content
    .split(terminator)
    .map((segment) => segment.trim())
    .filter((segment) => segment !== '')
  const tagOf = (segment: string): string => segment.split(element, 1)[0] ?? ''
  const isAbout = (block: readonly string[]): boolean =>
    block.some((segment) => {
      const [tag, first, second] = segment.split(element)
      return (tag === 'CLP' && first === claimNumber) || (tag === 'TRN' && second === claimNumber)
    })
  const blocks: string[][] = [[]]
  for (const segment of segments) {
    if (beginsBlock(tagOf(segment))) blocks.push([])
    blocks.at(-1)?.push(segment)
  }
  const [head = [], ...rest] = blocks
  const kept = rest.filter((block) => isAbout(block) || isShared(block, tagOf))
  return [...head, ...kept.flat()].map((segment) => segment + terminator).join('\n')
}

/** Claims begin with CLP in an 835 and with a level in a 277CA; what ends the transaction belongs to nobody. */
const beginsBlock = (tag: string): boolean => ['CLP', 'HL', 'LX', 'PLB', 'SE'].includes(tag)

/** Levels above the patient's name who speaks to whom; the end is everyone's. Provider adjustments may name other claims. */
const isShared = ([first = '', ...rest]: readonly string[], tagOf: (segment: string) => string): boolean => {
  const tag = tagOf(first)
  if (tag === 'SE') return true
  if (tag !== 'HL') return false
  return !rest.some((segment) => /^NM1.(QC|IL)\b/.test(segment))
}
