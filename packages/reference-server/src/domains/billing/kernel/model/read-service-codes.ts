import type { ImportFault } from '../../../../platform/code-sets/import-refused.ts'
import { readCsv, type CsvRecord } from '../../../../platform/code-sets/read-csv.ts'
import { validateDisplayText } from '../../../../platform/code-sets/validate-display-text.ts'
import { isCdtShaped, isCptShaped } from './code-systems.ts'

/** One of the user's own service codes from a file. */
export interface ImportedServiceCode {
  readonly codeSystem: 'HCPCS' | 'CPT' | 'local'
  readonly code: string
  /** The user's own text; for licensed sets, the licensed text. */
  readonly name: string
  /** Null if the file has no price. */
  readonly chargeCents: number | null
}

export interface CodeFileFault extends ImportFault {
  readonly line: number
  readonly code:
    | 'heading'
    | 'columns'
    | 'quotation'
    | 'code-system'
    | 'code-shape'
    | 'code-twice'
    | 'name'
    | 'price'
    | 'license-missing'
    | 'too-many'
}

export interface CodeFileTerms {
  /** The person who loads the file has stated, on record, that they hold an AMA license for CPT in this product. */
  readonly cptLicensed: boolean
  /** The only code system that the file may contain. Default: any. */
  readonly only?: ImportedServiceCode['codeSystem']
}

const heading = 'code_system,code,name,charge'
const mostRows = 20_000
/** A fee schedule holds 2,000 prices, of all three code systems including the shipped ones. */
const mostPrices = 600

/**
 * Reads a CSV file (RFC 4180) of an organization's own codes: `code_system,code,name,charge`, with the charge in dollars or empty. All or
 * nothing: `rows` is empty if there is any fault, because half a code set bills half of the services.
 *
 * CPT is licensed to the person who loads it, not to this product: a code in its format is refused under any name while `cptLicensed` is
 * false. The dental codes of HCPCS (D0000 and up) are the ADA's and are always refused.
 */
export const readServiceCodes = (
  csv: string,
  terms: CodeFileTerms,
): { readonly rows: readonly ImportedServiceCode[]; readonly faults: readonly CodeFileFault[] } => {
  const records = readCsv(csv.replace(/^\uFEFF/, ''))
  const [first, ...rest] = records
  if (first?.cells.map((cell) => cell.trim().toLowerCase()).join(',') !== heading)
    return refused([{ line: 1, field: null, code: 'heading', remedy: `Let the first line be ${heading}.` }])
  const beyond = rest[mostRows]
  if (beyond)
    return refused([
      {
        line: beyond.line,
        field: null,
        code: 'too-many',
        remedy: `At most ${mostRows} codes: leave out what is never billed.`,
      },
    ])
  const faults: CodeFileFault[] = []
  const rows: ImportedServiceCode[] = []
  const seen = new Map<string, number>()
  let prices = 0
  for (const record of rest) {
    const { line } = record
    const read = readRow(record, terms)
    if ('fault' in read) {
      faults.push({ line, ...read.fault })
      continue
    }
    const first = seen.get(read.row.code)
    if (first === undefined) rows.push(read.row)
    else faults.push({ line, field: 'code', code: 'code-twice', remedy: `It is in line ${first} already.` })
    seen.set(read.row.code, first ?? line)
    if (read.row.chargeCents !== null) prices += 1
    if (prices === mostPrices + 1)
      faults.push({
        line,
        field: 'charge',
        code: 'too-many',
        remedy: `At most ${mostPrices} prices: leave the others empty.`,
      })
  }
  return faults.length > 0 ? refused(faults) : { rows, faults }
}

const refused = (faults: readonly CodeFileFault[]) => ({ rows: [], faults })

type RowFault = Omit<CodeFileFault, 'line'>

const readRow = (
  { cells, isClosed }: CsvRecord,
  { cptLicensed, only }: CodeFileTerms,
): { readonly row: ImportedServiceCode } | { readonly fault: RowFault } => {
  const fault = (code: RowFault['code'], field: string | null, remedy: string): { readonly fault: RowFault } => ({
    fault: { code, field, remedy },
  })
  if (!isClosed)
    return fault('quotation', null, 'A quotation mark opens here and never closes: the file may be cut short.')
  if (cells.length !== 4) return fault('columns', null, 'Give four columns; put text with a comma in quotation marks.')
  const [system = '', rawCode = '', rawName = '', charge = ''] = cells.map((cell) => cell.trim())
  const codeSystem = systems.find((each) => each.toLowerCase() === system.toLowerCase())
  if (!codeSystem) return fault('code-system', 'code_system', 'Write HCPCS, CPT or local.')
  if (only !== undefined && codeSystem !== only)
    return fault('code-system', 'code_system', `This import is of ${only}: put other codes into a file of their own.`)
  const code = rawCode.toUpperCase()
  if (!cptLicensed && (codeSystem === 'CPT' || isCptShaped(code)))
    return fault(
      'license-missing',
      'code',
      'CPT codes need a license of the American Medical Association. Confirm that you hold one (--cpt-licensed), or leave them out.',
    )
  if (isCdtShaped(code))
    return fault('license-missing', 'code', 'Dental codes (D and four digits) cannot be loaded here.')
  if (!shapes[codeSystem](code)) return fault('code-shape', 'code', `This is no ${codeSystem} code.`)
  if (rawName === '' || rawName.length > 200) return fault('name', 'name', 'Give a name of at most 200 characters.')
  const trouble = validateDisplayText(rawName)
  if (trouble !== null) return fault('name', 'name', trouble)
  const chargeCents = readCharge(charge)
  if (chargeCents === undefined)
    return fault('price', 'charge', 'Write dollars as 125 or 125.50, or leave the price empty.')
  return { row: { codeSystem, code, name: rawName, chargeCents } }
}

const systems = ['HCPCS', 'CPT', 'local'] as const

const shapes: Readonly<Record<ImportedServiceCode['codeSystem'], (code: string) => boolean>> = {
  HCPCS: (code) => /^[A-V]\d{4}$/.test(code),
  CPT: isCptShaped,
  // Longer or shorter than a HCPCS code, or with letters where it has none, so that it cannot be mistaken for a payer's code.
  local: (code) => /^[A-Z0-9]{3,7}$/.test(code) && !/^[A-V]\d{4}$/.test(code) && !isCptShaped(code),
}

const readCharge = (text: string): number | null | undefined => {
  if (text === '') return null
  const [, dollars = '', cents = ''] = /^(\d{1,6})(?:\.(\d{2}))?$/.exec(text) ?? []
  return dollars === '' ? undefined : Number(dollars) * 100 + Number(cents || '0')
}
