import type { ImportFault } from '../../../../platform/code-sets/import-refused.ts'
import { validateDisplayText } from '../../../../platform/code-sets/validate-display-text.ts'

/** One file of a release in Rich Release Format: each column ends with `|`, including the last. */
interface RxNormLines {
  readonly columns: number
  /** Whether a line may be relevant, decided without splitting it. */
  readonly isWanted: (line: string) => boolean
  /** The column that is shown or decides, by position and name. */
  readonly named: readonly [place: number, name: string]
  /** Relations between names have no concept code there, and are not used. */
  readonly codeFirst: boolean
}

export type RxNormFile = 'RXNCONSO.RRF' | 'RXNREL.RRF' | 'RXNSAT.RRF'

export const rxNormFiles: Readonly<Record<RxNormFile, RxNormLines>> = {
  'RXNCONSO.RRF': { columns: 18, isWanted: (line) => line.includes('|RXNORM|'), named: [14, 'STR'], codeFirst: true },
  'RXNREL.RRF': {
    columns: 16,
    isWanted: (line) =>
      line.includes('|RXNORM|') && /\|(?:has_ingredient|consists_of|has_dose_form|tradename_of)\|/.test(line),
    named: [7, 'RELA'],
    codeFirst: false,
  },
  'RXNSAT.RRF': { columns: 13, isWanted: (line) => line.includes('|DCSA|'), named: [10, 'ATV'], codeFirst: true },
}

/** The fault of a line; null if it is valid. */
export const validateRxNormLine = (
  { columns, named: [place, name], codeFirst }: RxNormLines,
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
