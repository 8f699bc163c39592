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

  it.each([
    ['sore throat', 'J02.9'],
    ['htn', 'I10'],
    ['DM2', 'E11.9'],
    ['uti', 'N39.0'],
    ['throat', 'R07.0'],
    ['pregnan', 'Z33.1'],
    ['b12 deficiency', 'D51.9'],
    ['Crohns', 'K50.90'],
  ])('are found by the word %s', (typed, code) => {
    expect(codes(typed)).toContain(code)
  })

  it.each([
    ['anxity', 'anxiety', 'F41.9'],
    ['migrane', 'migraine', 'G43.909'],
    ['ashtma', 'asthma', 'J45.909'],
    ['diabtes type 2', 'diabetes type 2', 'E11.9'],
    ['sore throt', 'sore throat', 'J02.9'],
  ])('are found in spite of the spelling %s', (typed, term, code) => {
    const found = shipped.search(typed, 20, today)
    expect(found.find((each) => each.code === code)?.match).toEqual({ by: 'spelling', term })
  })

  it('say why they were found, each once', () => {
    expect(shipped.search('htn', 5, today)).toEqual([
      { code: 'I10', display: 'Essential (primary) hypertension', match: { by: 'synonym', term: 'htn' } },
    ])
    expect(shipped.search('I10', 5, today)[0]?.match).toEqual({ by: 'code' })
    expect(shipped.search('cough', 1, today)[0]?.match).toEqual({ by: 'synonym', term: 'cough' })
    const found = codes('anxiety', 50)
    expect(new Set(found).size).toBe(found.length)
  })

  it('do not guess at short or unlike words', () => {
    for (const typed of ['xq', 'zzzzzz', 'office visit', '99213', 'qwerty uiop']) expect(codes(typed)).toEqual([])
  })

  it('use an imported synonym from its first day, before those of the product', () => {
    const i10 = { code: 'I10', display: 'Essential (primary) hypertension' }
    const dated = [i10, { code: 'J02.9', display: 'Acute pharyngitis' }, { code: 'J02.0', display: 'Strep' }].map(
      (each) => ({ ...each, effectiveFrom: '2025-10-01', effectiveTo: null }),
    )
    const set = (effectiveFrom: string, effectiveTo: string | null, terms: Record<string, string[]>) => ({
      ...{ effectiveFrom, effectiveTo, terms },
    })
    const catalog = diagnosisCatalog(dated, [
      set('2026-12-01', null, { throatache: ['J02'], ht: ['J02.0'] }),
      set('2025-10-01', null, { ht: ['I10'] }),
    ])
    expect(catalog.search('throatache', 9, today)).toEqual([])
    expect(catalog.search('throatache', 9, '2026-12-01').map(({ code }) => code)).toEqual(['J02.0', 'J02.9'])
    expect(catalog.search('ht', 9, '2026-12-01').map(({ code }) => code)).toEqual(['J02.0', 'I10'])
    expect(catalog.search('ht', 9, today).map(({ code }) => code)).toEqual(['I10'])
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
    expect(catalog.search('wording', 9, first)).toMatchObject([{ code: 'E11.9', display: 'New wording' }])
  })
})
