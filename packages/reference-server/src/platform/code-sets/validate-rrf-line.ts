import type { ImportFault } from './import-refused.ts'
import { validateDisplayText } from './validate-display-text.ts'

/** One file of a release in Rich Release Format: each column ends with `|`, including the last. */
export interface RrfLines {
  readonly columns: number
  /** Whether a line may be relevant, decided without splitting it. */
  readonly isWanted: (line: string) => boolean
  /** The column that is shown or decides, by position and name. */
  readonly named: readonly [place: number, name: string]
  /** Relations between names have no concept code there, and are not used. */
  readonly codeFirst: boolean
}

/** The fault of a line; null if it is valid. */
export const validateRrfLine = (
  { columns, named: [place, name], codeFirst }: RrfLines,
  line: string,
  isWanted: boolean,
): Pick<ImportFault, 'field' | 'remedy'> | null => {
  if (line === '') return null
  if (!line.endsWith('|') || countOf(line, '|') !== columns)
    return { field: null, remedy: `A line has ${columns} columns: take the file as it was published, whole.` }
  if (!isWanted) return null
  const cells = line.split('|')
  if (codeFirst && !/^[0-9]{1,8}$/.test(cells[0] ?? ''))
    return { field: 'RXCUI', remedy: 'The first column holds an RxNorm code.' }
  const text = cells[place] ?? ''
  if (text.trim() === '') return { field: name, remedy: 'This column must not be empty.' }
  const trouble = validateDisplayText(text)
  return trouble === null ? null : { field: name, remedy: trouble }
}

const countOf = (text: string, character: string): number => {
  let count = 0
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count += 1
  return count
}
