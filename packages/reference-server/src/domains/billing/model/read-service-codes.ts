import { isCdtShaped, isCptShaped } from './code-systems.ts'

/** One service code of the user's own, as a file brings it. */
export interface ImportedServiceCode {
  readonly codeSystem: 'HCPCS' | 'CPT' | 'house'
  readonly code: string
  /** The user's words; of licensed sets, the user's licensed words. */
  readonly name: string
  /** Null when the file has no price. */
  readonly chargeCents: number | null
}

export interface CodeFileFault {
  /** From 1, the heading included. */
  readonly row: number
  readonly code:
    | 'heading'
    | 'columns'
    | 'code-system'
    | 'code-shape'
    | 'code-twice'
    | 'name'
    | 'price'
    | 'licence-missing'
    | 'too-many'
  readonly remedy: string
}

export interface CodeFileLicences {
  /** The organization has said, on record, that it holds a licence of the AMA for CPT in this product. */
  readonly cptLicensed: boolean
}

const heading = 'code_system,code,name,charge'
const mostRows = 20_000

/**
 * A CSV file (RFC 4180) of an organization's own codes: `code_system,code,name,charge`, the charge in dollars or empty. All or nothing:
 * `rows` is empty when there is any fault, because half a code set bills half of what was done.
 *
 * CPT is licensed to whoever loads it, not to this product: a code of its shape is refused under any name while `cptLicensed` is false. The
 * dental codes of HCPCS (D0000 and on) are the ADA's and are always refused.
 */
export const readServiceCodes = (
  csv: string,
  licences: CodeFileLicences,
): { readonly rows: readonly ImportedServiceCode[]; readonly faults: readonly CodeFileFault[] } => {
  const records = readCsv(csv.replace(/^\uFEFF/, ''))
  const [first, ...rest] = records
  if (first?.map((cell) => cell.trim().toLowerCase()).join(',') !== heading)
    return refused([{ row: 1, code: 'heading', remedy: `Let the first line be ${heading}.` }])
  if (rest.length > mostRows)
    return refused([
      { row: mostRows + 2, code: 'too-many', remedy: `Split the file: at most ${mostRows} codes at a time.` },
    ])
  const faults: CodeFileFault[] = []
  const rows: ImportedServiceCode[] = []
  const seen = new Set<string>()
  for (const [index, record] of rest.entries()) {
    const row = index + 2
    const read = readRow(record, licences)
    if ('fault' in read) faults.push({ row, ...read.fault })
    else if (seen.has(read.row.code))
      faults.push({ row, code: 'code-twice', remedy: 'Let each code stand in one line only.' })
    else rows.push(read.row)
    if ('row' in read) seen.add(read.row.code)
  }
  return faults.length > 0 ? refused(faults) : { rows, faults }
}

const refused = (faults: readonly CodeFileFault[]) => ({ rows: [], faults })

type RowFault = Omit<CodeFileFault, 'row'>

const readRow = (
  record: readonly string[],
  { cptLicensed }: CodeFileLicences,
): { readonly row: ImportedServiceCode } | { readonly fault: RowFault } => {
  const fault = (code: RowFault['code'], remedy: string): { readonly fault: RowFault } => ({ fault: { code, remedy } })
  if (record.length !== 4) return fault('columns', 'Give four columns; put text with a comma in quotation marks.')
  const [system = '', rawCode = '', rawName = '', charge = ''] = record.map((cell) => cell.trim())
  const codeSystem = systems.find((each) => each.toLowerCase() === system.toLowerCase())
  if (!codeSystem) return fault('code-system', 'Write HCPCS, CPT or house.')
  const code = rawCode.toUpperCase()
  if (!cptLicensed && (codeSystem === 'CPT' || isCptShaped(code)))
    return fault(
      'licence-missing',
      'CPT codes need a licence of the American Medical Association. Have an administrator record yours, or leave them out.',
    )
  if (isCdtShaped(code)) return fault('licence-missing', 'Dental codes (D and four digits) cannot be loaded here.')
  if (!shapes[codeSystem](code)) return fault('code-shape', `This is no ${codeSystem} code.`)
  if (rawName === '' || rawName.length > 200) return fault('name', 'Give a name of at most 200 characters.')
  const chargeCents = readCharge(charge)
  if (chargeCents === undefined) return fault('price', 'Write dollars as 125 or 125.50, or leave the price empty.')
  return { row: { codeSystem, code, name: rawName, chargeCents } }
}

const systems = ['HCPCS', 'CPT', 'house'] as const

const shapes: Readonly<Record<ImportedServiceCode['codeSystem'], (code: string) => boolean>> = {
  HCPCS: (code) => /^[A-V]\d{4}$/.test(code),
  CPT: isCptShaped,
  // Longer or shorter than a HCPCS code, or with letters where it has none: no payer's code can be meant.
  house: (code) => /^[A-Z0-9]{3,7}$/.test(code) && !/^[A-V]\d{4}$/.test(code) && !isCptShaped(code),
}

const readCharge = (text: string): number | null | undefined => {
  if (text === '') return null
  const [, dollars = '', cents = ''] = /^(\d{1,6})(?:\.(\d{2}))?$/.exec(text) ?? []
  return dollars === '' ? undefined : Number(dollars) * 100 + Number(cents || '0')
}

/** RFC 4180: quotation marks around a cell, doubled inside; lines end in LF or CRLF; a last empty line is none. */
const readCsv = (text: string): readonly (readonly string[])[] => {
  const records: string[][] = []
  let record: string[] = []
  let cell = ''
  let quoted = false
  const endRecord = (): void => {
    record.push(cell)
    if (record.length > 1 || cell !== '') records.push(record)
    record = []
    cell = ''
  }
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (quoted) {
      if (character !== '"') cell += character
      else if (text.charAt(at + 1) === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (character === '"' && cell === '') quoted = true
    else if (character === ',') {
      record.push(cell)
      cell = ''
    } else if (character === '\n') endRecord()
    else if (character !== '\r') cell += character
  }
  if (cell !== '' || record.length > 0) endRecord()
  return records
}
