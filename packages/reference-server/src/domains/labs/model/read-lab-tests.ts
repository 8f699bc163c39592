import { readCsv, type CsvRecord } from '../../../platform/code-sets/read-csv.ts'
import type { ImportFault } from '../../../platform/code-sets/import-refused.ts'
import { validateDisplayText } from '../../../platform/code-sets/validate-display-text.ts'
import { isLoinc, type PackTest } from './lab-catalog.ts'
import type { LabQuestion, PanelMember } from './lab-test.ts'
import { isSpecimenCode, specimenOfSystem, specimenTypes } from './specimen-types.ts'

/** What a release of LOINC says of the codes of a file. */
export interface LoincRelease {
  readonly terms: ReadonlyMap<string, LoincTerm>
  /** PROPERTY of these codes and of the members of their panels, where units are compared with it (unit-of-property.ts). */
  readonly properties: ReadonlyMap<string, string>
  /** What a laboratory may ask with an order, by the code of the question. */
  readonly questions: ReadonlyMap<string, { readonly text: string; readonly type: LabQuestion['type'] }>
  /** Members of a panel, in the order of the release. */
  readonly members: ReadonlyMap<string, readonly PanelMember[]>
}

export interface LoincTerm {
  readonly name: string
  readonly system: string
  readonly status: string
  readonly isOrderable: boolean
  /** LOINC codes of the questions at order entry (`AskAtOrderEntry`). */
  readonly asks: readonly string[]
}

export interface LabTestRows {
  /** LOINC codes of the file, for which a release is read. */
  readonly codes: ReadonlySet<string>
  readonly rows: readonly LabTestRow[]
  readonly faults: readonly ImportFault[]
}
interface LabTestRow {
  readonly line: number
  readonly code: string
  readonly loinc: string
  readonly name: string
  readonly nameEs: string
  readonly specimen: string
  readonly fasting: boolean
}

const heading = 'code,loinc,name,name_es,specimen,fasting'
const mostRows = 20_000
/** HL7 carries a name in a component; forms show it in one line. */
const longestName = 120

/** Reads a CSV file (RFC 4180) of the tests of one laboratory: `code,loinc,name,name_es,specimen,fasting`. All or nothing. */
export const readLabTestRows = (csv: string): LabTestRows => {
  const refused = (fault: ImportFault): LabTestRows => ({ codes: new Set(), rows: [], faults: [fault] })
  const [first, ...rest] = readCsv(csv.replace(/^\uFEFF/, ''))
  if (first?.cells.map((cell) => cell.trim().toLowerCase()).join(',') !== heading)
    return refused({ line: 1, field: null, remedy: `Let the first line be ${heading}.` })
  const beyond = rest[mostRows]
  if (beyond) return refused({ line: beyond.line, field: null, remedy: `At most ${mostRows} lines.` })
  if (rest.length === 0) return refused({ line: null, field: null, remedy: 'The file has no test.' })
  const faults: ImportFault[] = []
  const rows: LabTestRow[] = []
  const seen = new Set<string>()
  for (const record of rest) {
    const { line } = record
    const row = readRow(record)
    if ('remedy' in row) faults.push({ line, ...row })
    else if (seen.has(row.code)) faults.push({ line, field: 'code', remedy: 'This code is in the file already.' })
    else rows.push({ line, ...row })
    if ('code' in row) seen.add(row.code)
  }
  return { codes: new Set(rows.map(({ loinc }) => loinc)), rows, faults }
}

const readRow = ({ cells, isClosed }: CsvRecord): Omit<LabTestRow, 'line'> | Omit<ImportFault, 'line'> => {
  if (!isClosed)
    return { field: null, remedy: 'A quotation mark opens here and never closes: the file may be cut short.' }
  if (cells.length !== 6) return { field: null, remedy: 'Give six columns; put text with a comma in quotation marks.' }
  const [code = '', loinc = '', name = '', nameEs = '', specimen = '', fasting = ''] = cells.map((cell) => cell.trim())
  if (!/^[\x21-\x7e]{1,20}$/.test(code))
    return { field: 'code', remedy: 'Give the laboratory’s own code: 1 to 20 characters without a space.' }
  if (!isLoinc(loinc)) return { field: 'loinc', remedy: 'Give a LOINC code with its check digit, such as 2823-3.' }
  for (const [field, text] of [
    ['name', name],
    ['name_es', nameEs],
  ] as const) {
    const trouble =
      text.length > longestName ? `At most ${longestName} characters.` : text === '' ? null : validateDisplayText(text)
    if (trouble !== null) return { field, remedy: trouble }
  }
  if (specimen !== '' && !isSpecimenCode(specimen))
    return { field: 'specimen', remedy: `Give one of ${Object.keys(specimenTypes).join(', ')}.` }
  if (fasting !== 'yes' && fasting !== 'no') return { field: 'fasting', remedy: 'Give yes or no.' }
  return { code, loinc, name, nameEs, specimen, fasting: fasting === 'yes' }
}

/**
 * Completes the tests with a release of LOINC: a name or a specimen that the file leaves out, the members of panels, and questions. Without a release
 * (null) the file has to name both. Lists every fault.
 */
export const completeLabTests = (
  rows: readonly LabTestRow[],
  release: LoincRelease | null,
): { readonly tests: readonly PackTest[]; readonly faults: readonly ImportFault[] } => {
  const faults: ImportFault[] = []
  const tests = rows.flatMap((row): PackTest[] => {
    const term = release?.terms.get(row.loinc)
    const fail = (field: string, remedy: string): [] => {
      faults.push({ line: row.line, field, remedy })
      return []
    }
    if (release !== null && term === undefined) return fail('loinc', 'This release of LOINC does not have this code.')
    if (term?.status === 'DEPRECATED')
      return fail('loinc', 'LOINC has withdrawn this code: take the one that its release maps it to.')
    if (term?.isOrderable === false)
      return fail('loinc', 'LOINC has this code for results only: take the code of the order or of the panel.')
    const name = row.name || (term?.name ?? '').slice(0, longestName)
    if (name === '') return fail('name', 'Give a name, or import with --loinc.')
    const specimenCode = row.specimen || specimenOfSystem(term?.system ?? '')
    const specimen = specimenTypes[specimenCode ?? '']
    if (specimenCode === null || specimen === undefined)
      return fail('specimen', 'Give what is examined: LOINC does not name one specimen for this test.')
    const includes = release?.members.get(row.loinc)
    return [
      {
        code: row.code,
        loinc: row.loinc,
        name: { en: name, ...(row.nameEs !== '' && { es: row.nameEs }) },
        specimen: { en: specimen.en, es: specimen.es },
        specimenCode,
        ...(includes && { includes }),
        fasting: row.fasting,
        questions: (term?.asks ?? []).flatMap((code) => {
          const asked = release?.questions.get(code)
          return asked ? [{ code, text: { en: asked.text }, type: asked.type, required: false }] : []
        }),
      },
    ]
  })
  return { tests, faults }
}
