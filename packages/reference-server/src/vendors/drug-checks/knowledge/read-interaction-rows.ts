import { readCsv, type CsvRecord } from '../../../platform/code-sets/read-csv.ts'
import type { ImportFault } from '../../../platform/code-sets/import-refused.ts'
import { validateDisplayText } from '../../../platform/code-sets/validate-display-text.ts'
import type { Alert } from '../provider.ts'
import type { DrugKnowledge } from './drug-knowledge.ts'
import { keyOfPair, keyOfSide, type InteractionPair, type InteractionSet, type PairSide } from './interaction-set.ts'

export type InteractionRows = Pick<InteractionSet, 'sources' | 'pairs'> & {
  /** If there is any, there are no pairs. */
  readonly faults: readonly ImportFault[]
}

const columns = [
  ...['first_type', 'first', 'second_type', 'second', 'severity'],
  ...['text', 'text_es', 'text_ar', 'source', 'source_version'],
] as const
const heading = columns.join(',')
const mostRows = 500_000
/** An alert is a sentence, and a field of a form. */
const longestText = 500
const longestName = 120
/** The pad lists them. */
const mostSources = 20

/** The words of published tables, and the severity of the alert. A word that says nothing, such as `unknown`, is not among them. */
const severities: Readonly<Record<string, Alert['severity']>> = {
  contraindicated: 'high',
  major: 'high',
  high: 'high',
  moderate: 'moderate',
  minor: 'low',
  low: 'low',
}

/**
 * Reads a CSV file (RFC 4180) of pairs that interact. `known` has the ingredients and classes that a code must be one of: what is not in
 * them could never be found. All or nothing. The order of rows, and of the sides of a pair, does not matter.
 */
export const readInteractionRows = (csv: string, known: DrugKnowledge): InteractionRows => {
  const [first, ...rest] = readCsv(csv.replace(/^\uFEFF/, ''))
  if (first?.cells.map((cell) => cell.trim().toLowerCase()).join(',') !== heading)
    return refused([{ line: 1, field: null, remedy: `Let the first line be ${heading}.` }])
  const beyond = rest[mostRows]
  if (beyond) return refused([{ line: beyond.line, field: null, remedy: `At most ${mostRows} lines.` }])
  if (rest.length === 0) return refused([{ line: null, field: null, remedy: 'The file has no pair.' }])
  const faults: ImportFault[] = []
  const rows = new Map<string, PairRow & { readonly line: number }>()
  for (const record of rest) {
    const { line } = record
    const row = readRow(record, known)
    if ('remedy' in row) {
      faults.push({ line, ...row })
      continue
    }
    const key = keyOfPair(...sidesOf(row))
    const before = rows.get(key)
    if (before === undefined) rows.set(key, { line, ...row })
    else faults.push({ line, ...repeated(before, row) })
  }
  const names = new Map([...rows.values()].map((row) => [JSON.stringify(row.source), row.source]))
  const sources = [...names.entries()].toSorted(byText)
  if (sources.length > mostSources)
    faults.push({ line: null, field: 'source', remedy: `At most ${mostSources} sources with their versions.` })
  if (faults.length > 0) return refused(faults)
  const places = new Map(sources.map(([key], place) => [key, place]))
  const pairs = [...rows.entries()]
    .toSorted(byText)
    .map(([, { between, severity, text, source }]): InteractionPair => ({
      ...{ between, severity, text },
      source: places.get(JSON.stringify(source)) ?? 0,
    }))
  return { sources: sources.map(([, source]) => source), pairs, faults }
}

const refused = (faults: readonly ImportFault[]): InteractionRows => ({ sources: [], pairs: [], faults })

const byText = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1)

type PairRow = Omit<InteractionPair, 'source'> & { readonly source: InteractionSet['sources'][number] }
type RowFault = Pick<ImportFault, 'field' | 'remedy'>

const sidesOf = ({ between: [one, two] }: PairRow): [string, string] => [keyOfSide(one), keyOfSide(two)]

/** Which of two rows is right is for a person to say. */
const repeated = (before: PairRow & { readonly line: number }, row: PairRow): RowFault => {
  if (before.severity !== row.severity)
    return {
      field: 'severity',
      remedy: `Line ${before.line} has this pair with another severity: keep the right one.`,
    }
  const isSame = JSON.stringify([before.text, before.source]) === JSON.stringify([row.text, row.source])
  return isSame
    ? { field: 'second', remedy: `Line ${before.line} has this pair already, in this or the other order: keep one.` }
    : { field: 'text', remedy: `Line ${before.line} has this pair with another text or source: keep the right one.` }
}

const readRow = ({ cells, isClosed }: CsvRecord, known: DrugKnowledge): PairRow | RowFault => {
  if (!isClosed)
    return { field: null, remedy: 'A quotation mark opens here and never closes: the file may be cut short.' }
  if (cells.length !== columns.length)
    return { field: null, remedy: `Give ${columns.length} columns; put text with a comma in quotation marks.` }
  const cell = Object.fromEntries(columns.map((name, at) => [name, cells[at]?.trim() ?? ''])) as Record<
    (typeof columns)[number],
    string
  >
  const one = readSide('first', cell['first_type'], cell['first'], known)
  if ('remedy' in one) return one
  const two = readSide('second', cell['second_type'], cell['second'], known)
  if ('remedy' in two) return two
  if (one.type === 'ingredient' && keyOfSide(one) === keyOfSide(two))
    return { field: 'second', remedy: 'An ingredient does not interact with itself: name the other one.' }
  const severity = severities[cell['severity'].toLowerCase()]
  if (severity === undefined)
    return {
      field: 'severity',
      remedy: `Give one of ${Object.keys(severities).join(', ')}; leave a pair without a severity out.`,
    }
  const fault = textFault(cell)
  if (fault !== null) return fault
  const between = keyOfSide(one) < keyOfSide(two) ? ([one, two] as const) : ([two, one] as const)
  const text = (['text', 'text_es', 'text_ar'] as const).flatMap((column) =>
    cell[column] === '' ? [] : [{ language: languages[column], text: cell[column] }],
  )
  return { between, severity, text, source: { name: cell['source'], version: cell['source_version'] } }
}

const languages = { text: 'en', text_es: 'es', text_ar: 'ar' } as const

const readSide = (field: string, type: string, code: string, known: DrugKnowledge): PairSide | RowFault => {
  if (type === 'ingredient') {
    if (!/^[0-9]{1,8}$/.test(code)) return { field, remedy: 'Give the RXCUI of an ingredient.' }
    const parts = known.ingredientsOf(code)
    if (parts === null) return { field, remedy: 'The imported release of RxNorm does not have this code.' }
    return parts.length === 1 && parts[0]?.rxcui === code
      ? { type, code }
      : { field, remedy: 'This is no ingredient (IN) but a salt, a brand or a drug: give the ingredient.' }
  }
  if (type !== 'class') return { field: `${field}_type`, remedy: 'Give ingredient or class.' }
  return known.isClass(code) ? { type, code } : { field, remedy: 'The imported classes do not have this id.' }
}

const textFault = (cell: Readonly<Record<string, string>>): RowFault | null => {
  for (const [field, longest, isNeeded] of [
    ['text', longestText, true],
    ['text_es', longestText, false],
    ['text_ar', longestText, false],
    ['source', longestName, true],
    ['source_version', longestName, true],
  ] as const) {
    const text = cell[field] ?? ''
    if (isNeeded && text === '') return { field, remedy: 'Each pair has this.' }
    if (text.length > longest) return { field, remedy: `At most ${longest} characters.` }
    const trouble = text === '' ? null : validateDisplayText(text)
    if (trouble !== null) return { field, remedy: trouble }
  }
  return null
}
