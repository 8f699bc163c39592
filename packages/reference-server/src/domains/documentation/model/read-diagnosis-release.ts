import type { ImportFault } from '../../../platform/code-sets/import-refused.ts'
import { validateDisplayText } from '../../../platform/code-sets/validate-display-text.ts'

export interface ParsedDiagnoses {
  /** Wording of billable codes, by code with its dot. Empty if there is any fault. */
  readonly codes: Readonly<Record<string, string>>
  readonly faults: readonly ImportFault[]
}

interface Row {
  readonly code: string
  readonly display: string
  readonly billable: boolean
  /** Null in the list of codes, which has no order numbers. */
  readonly order: number | null
}

/**
 * Parses a release of ICD-10-CM in either format of CDC and CMS; the first line decides which. The order file (`icd10cm-order-2027.txt`):
 * order number in columns 1-5, code without its dot 7-13, 1 for a billable code in 15, short wording 17-76, long wording from 78. The list
 * of codes (`icd10cm-codes-2027.txt`): code in 1-7, wording from 9. Headings of the tree are left out. All or nothing: an incomplete
 * release would refuse valid diagnoses.
 */
export const readDiagnosisRelease = (text: string): ParsedDiagnoses => {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  const readLine = /^\d/.test(lines[0] ?? '') ? readOrderLine : readCodeLine
  const faults: ImportFault[] = []
  const codes = new Map<string, { readonly display: string; readonly line: number }>()
  let before: Row | null = null
  for (const [index, content] of lines.entries()) {
    if (content.trim() === '') continue
    const line = index + 1
    const refuse = (field: string, remedy: string): void => void faults.push({ line, field, remedy })
    const row = readLine(content, refuse)
    if (row === null) continue
    const trouble =
      row.display === '' ? 'A wording is needed: the line may be cut short.' : validateDisplayText(row.display)
    if (trouble !== null) refuse('wording', trouble)
    if (before?.order != null && row.order !== null && row.order <= before.order)
      refuse('order number', 'Numbers must rise from line to line: lines were moved or duplicated.')
    before = row
    if (!row.billable) continue
    const code = withDot(row.code)
    const first = codes.get(code)
    if (first) refuse('code', `It is in line ${first.line} already.`)
    else codes.set(code, { display: row.display, line })
  }
  if (faults.length === 0 && !(isOf('A', codes.keys().next().value) && isOf('Z', before?.code)))
    faults.push({
      line: null,
      field: null,
      remedy: 'A complete release begins in chapter A and ends in chapter Z: download it again.',
    })
  if (faults.length > 0) return { codes: {}, faults }
  return { codes: Object.fromEntries([...codes].map(([code, { display }]) => [code, display])), faults }
}

type Refuse = (field: string, remedy: string) => void

const codeForm = /^[A-Z]\d[0-9A-Z]{1,5}$/
const isOf = (chapter: string, code: string | undefined): boolean => code?.startsWith(chapter) === true

const readOrderLine = (content: string, refuse: Refuse): Row | null => {
  const code = content.slice(6, 13).trimEnd()
  const billable = content[14] ?? ''
  if (!/^\d{5} $/.test(content.slice(0, 6)))
    refuse('order number', 'Columns 1 to 5 hold five digits and column 6 a space: keep the file as it was published.')
  else if (!codeForm.test(code)) refuse('code', 'Columns 7 to 13 hold a code without its dot.')
  else if (!/^[01]$/.test(billable)) refuse('can be billed', 'Column 15 holds 0 or 1.')
  else {
    const display = content.slice(77).trim() || content.slice(16, 76).trim()
    return { code, display, billable: billable === '1', order: Number(content.slice(0, 5)) }
  }
  return null
}

const readCodeLine = (content: string, refuse: Refuse): Row | null => {
  const code = content.slice(0, 7).trimEnd()
  if (codeForm.test(code) && /^ ?$/.test(content.slice(7, 8)))
    return { code, display: content.slice(8).trim(), billable: true, order: null }
  refuse('code', 'Columns 1 to 7 hold a code without its dot, and column 8 a space: keep the file as it was published.')
  return null
}

/** `E119` becomes `E11.9`. */
export const withDot = (code: string): string => (code.length > 3 ? `${code.slice(0, 3)}.${code.slice(3)}` : code)
