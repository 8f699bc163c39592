import { describe, expect, it } from 'vitest'
import { loadDiagnoses } from '../packs/load-diagnoses.ts'
import { diagnosisCatalog } from './diagnosis-catalog.ts'

const today = '2026-11-25'
const shipped = await loadDiagnoses()
const codes = (text: string, limit = 5) => shipped.search(text, limit, today).map(({ code }) => code)

describe('diagnosis codes', () => {
  it('are found by the start of a code, with or without its dot', () => {
    expect(codes('e11.9')).toEqual(['E11.9'])
    expect(codes('E119')).toEqual(['E11.9'])
    expect(codes('F32', 3)).toEqual(['F32.0', 'F32.1', 'F32.2'])
  })

  it('are found by the starts of words in any order, the shortest wording first', () => {
    expect(codes('hypertens')[0]).toBe('I10')
    expect(codes('depress major mild')).toEqual(['F33.0', 'F32.0'])
    expect(codes('no such thing')).toEqual([])
    expect(codes('%_(')).toEqual([])
  })

  it('are in effect from one day to another', () => {
    const catalog = diagnosisCatalog([
      { code: 'F32.A', display: 'Depression, unspecified', effectiveFrom: '2021-10-01', effectiveTo: null },
      { code: 'F32.89', display: 'Old wording', effectiveFrom: '2016-10-01', effectiveTo: '2026-10-01' },
    ])
    expect(catalog.find('F32.89', '2026-09-30')?.display).toBe('Old wording')
    expect(catalog.find('F32.89', '2026-10-01')).toBeNull()
    expect(catalog.search('f32', 9, today)).toHaveLength(1)
  })

  it('keep the wording of a release until the next one begins, and end with a release that leaves them out', () => {
    const release = (effectiveFrom: string, effectiveTo: string | null, display: string, ...codes: string[]) =>
      codes.map((code) => ({ code, display, effectiveFrom, effectiveTo }))
    const catalog = diagnosisCatalog([
      ...release('2025-10-01', '2026-10-01', 'Old wording', 'E11.9', 'E11.A'),
      ...release('2026-10-01', null, 'New wording', 'E11.9'),
    ])
    const [last, first] = ['2026-09-30', '2026-10-01'] as const
    expect(catalog.find('E11.9', last)?.display).toBe('Old wording')
    expect(catalog.find('E11.9', first)?.display).toBe('New wording')
    expect(catalog.find('E11.A', first)).toBeNull()
    expect(catalog.search('e11', 9, last)).toHaveLength(2)
    expect(catalog.search('wording', 9, first)).toEqual([{ code: 'E11.9', display: 'New wording' }])
  })
})
