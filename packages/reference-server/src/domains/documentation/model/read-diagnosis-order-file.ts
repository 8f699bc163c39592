import type { DatedDiagnosis } from './diagnosis-catalogue.ts'

/**
 * Reads the order file of a release of ICD-10-CM as CMS publishes it (`icd10cm_order_2026.txt`, fixed columns: order number 1-5, code 7-13
 * without its dot, 1 for a code that can be billed in column 15, short wording 17-76, long wording from 78). Headings of the tree are left
 * out. Throws, naming the line, on a file of another form.
 */
export const readDiagnosisOrderFile = (
  text: string,
  effectiveFrom: string,
  effectiveTo: string | null,
): DatedDiagnosis[] =>
  text.split(/\r?\n/).flatMap((line, at): DatedDiagnosis[] => {
    if (line.trim() === '') return []
    const code = line.slice(6, 13).trim()
    const billable = line[14]
    const display = line.slice(77).trim() || line.slice(16, 76).trim()
    if (!/^\d{5} $/.test(line.slice(0, 6)) || !/^[A-Z]\d[0-9A-Z]{1,5}$/.test(code) || !/^[01]$/.test(billable ?? ''))
      throw new Error(`Line ${at + 1} is not of an ICD-10-CM order file.`)
    return billable === '1' ? [{ code: withDot(code), display, effectiveFrom, effectiveTo }] : []
  })

/** `E119` is written `E11.9`. */
export const withDot = (code: string): string => (code.length > 3 ? `${code.slice(0, 3)}.${code.slice(3)}` : code)
