import { describe, expect, it } from 'vitest'
import { loadDiagnoses } from '../store/load-diagnoses.ts'
import { diagnosisCatalogue } from './diagnosis-catalogue.ts'
import { readDiagnosisOrderFile } from './read-diagnosis-order-file.ts'

const now = new Date('2026-11-25T15:00:00Z')
const shipped = await loadDiagnoses()
const codes = (text: string, limit = 5) => shipped.search(text, limit, now).map(({ code }) => code)

/** Columns as CMS publishes them. */
const line = (order: number, code: string, billable: 0 | 1, short: string, long: string): string =>
  `${String(order).padStart(5, '0')} ${code.padEnd(7)} ${billable} ${short.padEnd(60)} ${long}`

describe('diagnosis codes', () => {
  it('are found by the beginning of a code, with or without its dot', () => {
    expect(codes('e11.9')).toEqual(['E11.9'])
    expect(codes('E119')).toEqual(['E11.9'])
    expect(codes('F32', 3)).toEqual(['F32.0', 'F32.1', 'F32.2'])
  })

  it('are found by the beginnings of words in any order, the plainest first', () => {
    expect(codes('hypertens')[0]).toBe('I10')
    expect(codes('depress major mild')).toEqual(['F33.0', 'F32.0'])
    expect(codes('no such thing')).toEqual([])
    expect(codes('%_(')).toEqual([])
  })

  it('hold from one day to another', () => {
    const catalogue = diagnosisCatalogue([
      { code: 'F32.A', display: 'Depression, unspecified', effectiveFrom: '2021-10-01', effectiveTo: null },
      { code: 'F32.89', display: 'Old wording', effectiveFrom: '2016-10-01', effectiveTo: '2026-10-01' },
    ])
    expect(catalogue.find('F32.89', new Date('2026-09-30T23:59:59Z'))?.display).toBe('Old wording')
    expect(catalogue.find('F32.89', new Date('2026-10-01T00:00:00Z'))).toBeNull()
    expect(catalogue.search('f32', 9, now)).toHaveLength(1)
  })

  it('come from the file that CMS publishes, headings left out, and replace the shipped ones', () => {
    const text = [
      line(1, 'E11', 0, 'Type 2 diabetes mellitus', 'Type 2 diabetes mellitus'),
      line(2, 'E119', 1, 'Type 2 diabetes w/o complications', 'Type 2 diabetes mellitus without complications'),
      line(
        3,
        'S93409A',
        1,
        'Sprain of unspecified ligament',
        'Sprain of unspecified ligament of unspecified ankle, initial',
      ),
      '',
    ].join('\r\n')
    const read = readDiagnosisOrderFile(text, '2026-10-01', null)
    expect(read.map(({ code }) => code)).toEqual(['E11.9', 'S93.409A'])
    expect(read[0]?.display).toBe('Type 2 diabetes mellitus without complications')
    expect(() => readDiagnosisOrderFile('code;display', '2026-10-01', null)).toThrow('Line 1')
  })
})
