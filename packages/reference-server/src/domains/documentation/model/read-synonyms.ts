import type { ImportFault } from '../../../platform/code-sets/import-refused.ts'
import { readCsv, type CsvRecord } from '../../../platform/code-sets/read-csv.ts'
import { validateDisplayText } from '../../../platform/code-sets/validate-display-text.ts'
import { withDot } from './read-diagnosis-release.ts'

export interface ParsedSynonyms {
  /** Codes by term, in the order of the file. Empty if there is any fault. */
  readonly terms: Readonly<Record<string, readonly string[]>>
  readonly faults: readonly ImportFault[]
}

const heading = 'term,code'
const mostRows = 50_000
const mostCodesOfTerm = 20

/**
 * Reads a CSV file (RFC 4180) of words and short forms: `term,code`. A term may have several lines, the likeliest code first. A code may be
 * written without its dot, and without its end for all codes that begin with it. All or nothing.
 */
export const readSynonyms = (csv: string): ParsedSynonyms => {
  const [first, ...rest] = readCsv(csv.replace(/^\uFEFF/, ''))
  if (first?.cells.map((cell) => cell.trim().toLowerCase()).join(',') !== heading)
    return refused([{ line: 1, field: null, remedy: `Let the first line be ${heading}.` }])
  const beyond = rest[mostRows]
  if (beyond) return refused([{ line: beyond.line, field: null, remedy: `At most ${mostRows} lines.` }])
  const faults: ImportFault[] = []
  const terms = new Map<string, string[]>()
  for (const record of rest) {
    const { line } = record
    const row = readRow(record)
    if ('remedy' in row) {
      faults.push({ line, ...row })
      continue
    }
    const codes = terms.get(row.term) ?? []
    if (codes.includes(row.code)) faults.push({ line, field: 'code', remedy: 'This term has this code already.' })
    else if (codes.length === mostCodesOfTerm)
      faults.push({
        line,
        field: 'code',
        remedy: `At most ${mostCodesOfTerm} codes for a term: a longer list helps nobody.`,
      })
    else terms.set(row.term, [...codes, row.code])
  }
  if (faults.length === 0 && terms.size === 0) faults.push({ line: null, field: null, remedy: 'The file has no term.' })
  return faults.length > 0 ? refused(faults) : { terms: Object.fromEntries(terms), faults }
}

const refused = (faults: readonly ImportFault[]): ParsedSynonyms => ({ terms: {}, faults })

const readRow = ({
  cells,
  isClosed,
}: CsvRecord): { readonly term: string; readonly code: string } | Omit<ImportFault, 'line'> => {
  if (!isClosed)
    return { field: null, remedy: 'A quotation mark opens here and never closes: the file may be cut short.' }
  if (cells.length !== 2) return { field: null, remedy: 'Give two columns; put text with a comma in quotation marks.' }
  const [term = '', code = ''] = cells.map((cell) => cell.trim())
  if (term.length < 2 || term.length > 60) return { field: 'term', remedy: 'Give 2 to 60 characters.' }
  const trouble = validateDisplayText(term)
  if (trouble !== null) return { field: 'term', remedy: trouble }
  const compact = code.replaceAll('.', '').toUpperCase()
  if (!/^[A-Z]\d[0-9A-Z]{1,5}$/.test(compact))
    return { field: 'code', remedy: 'Give an ICD-10-CM code such as J02.9, or its start such as J02.' }
  return { term: term.toLowerCase(), code: withDot(compact) }
}
