import { splitInterchanges } from '../../../../vendors/clearinghouse/x12/split-interchanges.ts'

/** A part of a file, byte for byte. Joined in their order, the pieces are the file. */
export interface FilePiece {
  readonly text: string
  /** The claims that it is about. Empty: a frame, such as an envelope, a payer, or the adjustments of a provider. */
  readonly claimNumbers: readonly string[]
}

/**
 * Cuts a file of the clearinghouse where another claim begins, so that what names a patient can be encrypted with that patient's key. Purely
 * by position: segments are not interpreted, and nothing is left out, not even a line break.
 */
export const piecesOfFile = (content: string): readonly FilePiece[] => {
  const pieces: FilePiece[] = []
  const add = (piece: FilePiece): void => {
    const last = pieces.at(-1)
    if (last && isSame(last.claimNumbers, piece.claimNumbers))
      pieces[pieces.length - 1] = { ...last, text: last.text + piece.text }
    else if (piece.text !== '') pieces.push(piece)
  }
  let position = 0
  for (const interchange of splitInterchanges(content)) {
    const start = content.indexOf(interchange, position)
    add({ text: content.slice(position, start), claimNumbers: [] })
    for (const piece of piecesOfInterchange(interchange)) add(piece)
    position = start + interchange.length
  }
  add({ text: content.slice(position), claimNumbers: [] })
  return pieces
}

const isSame = (one: readonly string[], other: readonly string[]): boolean => one.join('\n') === other.join('\n')

/** A claim begins with CLP in an 835, and with a level (HL) in a 277. What is about no claim begins with one of the others. */
const beginsBlock: ReadonlySet<string> = new Set(['CLP', 'HL', 'LX', 'PLB', 'ST', 'SE', 'GS', 'GE', 'IEA'])

const piecesOfInterchange = (text: string): readonly FilePiece[] => {
  if (!text.startsWith('ISA')) return [{ text, claimNumbers: [] }]
  const [element, terminator] = [text.charAt(3), text.charAt(105)]
  const blocks: { text: string; readonly segments: (readonly string[])[] }[] = [{ text: '', segments: [] }]
  for (const raw of segmentsOf(text, terminator)) {
    const segment = raw.trimEnd().replace(terminator, '').trimStart().split(element)
    const block = blocks.at(-1)
    if (!block || beginsBlock.has(segment[0] ?? '')) blocks.push({ text: raw, segments: [segment] })
    else {
      block.text += raw
      block.segments.push(segment)
    }
  }
  const numbers = blocks.map(({ segments }) => numbersIn(segments))
  return blocks.map(({ text: own, segments }, index) => {
    const named = numbers[index] ?? []
    // The insured person is a level of their own, before the patient whose claim it is.
    const isPerson = named.length === 0 && segments.some(([tag, of]) => tag === 'NM1' && (of === 'QC' || of === 'IL'))
    return { text: own, claimNumbers: isPerson ? (numbers[index + 1] ?? []) : named }
  })
}

/** Each with what follows its terminator, such as a line break. */
const segmentsOf = (text: string, terminator: string): readonly string[] => {
  if (terminator === '') return [text]
  const found: string[] = []
  let from = 0
  while (from < text.length) {
    const end = text.indexOf(terminator, from)
    let to = end === -1 ? text.length : end + 1
    while (to < text.length && /\s/.test(text.charAt(to))) to += 1
    found.push(text.slice(from, to))
    from = to
  }
  return found
}

const numbersIn = (segments: readonly (readonly string[])[]): readonly string[] => [
  ...new Set(
    segments.flatMap(([tag, first, second]) => {
      const number = tag === 'CLP' ? first : tag === 'TRN' && segments[0]?.[0] === 'HL' ? second : undefined
      return number === undefined || number === '' ? [] : [number]
    }),
  ),
]
