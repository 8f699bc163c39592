/** What goes with a claim about substance use (42 CFR 2.32). */
export interface ClaimStatement {
  readonly shortNotice: string
  readonly shortScope: string
  readonly consentId: string
}

/** NTE02 */
const longestNote = 80

/**
 * The 837P with the notice as the note of each claim (NTE in 2300), the scope of the consent as the note of its first line (NTE in 2400), and
 * the consent as paperwork that the payer may ask for (PWK, `AA`). Null if a text is too long. The count of segments is corrected.
 */
export const accompanyClaimFile = (file: string, statement: ClaimStatement): string | null => {
  const [element = '*', terminator = '~'] = [file[3], file[105]]
  // In the basic character set, and without what separates fields.
  const delimiters = [element, terminator, file[104], file[82]].filter((each) => each !== undefined)
  const text = (value: string): string =>
    delimiters.reduce((words, delimiter) => words.replaceAll(delimiter, ' '), value.toUpperCase())
  const line = (...elements: readonly string[]): string => elements.map(text).join(element)
  const notes = [statement.shortNotice, statement.shortScope]
  if (notes.some((note) => note.length > longestNote)) return null
  const written: string[] = []
  let lineIsOpen = false
  let linesOfClaim = 0
  for (const segment of file.split(terminator)) {
    const tag = segment.slice(0, segment.indexOf(element))
    if (lineIsOpen && !['SV1', 'DTP', 'REF'].includes(tag)) {
      written.push(line('NTE', 'ADD', statement.shortScope))
      lineIsOpen = false
    }
    if (tag === 'HI') written.push(line('NTE', 'ADD', statement.shortNotice))
    if (tag === 'SE') {
      const [, , control = ''] = segment.split(element)
      // From ST on, both included.
      written.push(line('SE', String(written.length - 1), control))
      continue
    }
    written.push(segment)
    if (tag === 'CLM') {
      linesOfClaim = 0
      written.push(line('PWK', 'OZ', 'AA', '', '', 'AC', statement.consentId))
    }
    if (tag === 'LX') lineIsOpen = linesOfClaim++ === 0
  }
  return written.join(terminator)
}
