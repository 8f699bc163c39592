import { describe, expect, it } from 'vitest'
import { loadMedications } from '../../medications/packs/load-medications.ts'
import { medicationSet } from './medication-set.ts'
import type { MedicationPack } from './medication-pack.ts'

const { set, pack } = await loadMedications()
const names = (text: string, limit = 20) => set.search(text, limit).map(({ name }) => name)

describe('searching for a medication', () => {
  it('matches the beginnings of its words in any order, and lists smaller strengths first', () => {
    expect(names('lisi')).toEqual(['lisinopril 10 MG Oral Tablet', 'lisinopril 20 MG Oral Tablet'])
    expect(names('tab 20 lisin')).toEqual(['lisinopril 20 MG Oral Tablet'])
    expect(names('amlod')).toEqual(['amlodipine 5 MG Oral Tablet', 'amlodipine 10 MG Oral Tablet'])
  })

  it('finds a branded medication by its brand and by its ingredients', () => {
    expect(names('viagra')).toEqual(['sildenafil 100 MG Oral Tablet [Viagra]'])
    expect(names('sildenafil')).toEqual(['sildenafil 100 MG Oral Tablet [Viagra]'])
  })

  it('lists names that begin with the word before those that only contain it', () => {
    expect(names('trim')).toEqual(['sulfamethoxazole 800 MG / trimethoprim 160 MG Oral Tablet'])
    expect(names('codeine')[0]).toContain('codeine')
    expect(names('amox', 1)).toHaveLength(1)
  })

  it('accepts an RxNorm code', () => {
    expect(names('314076')).toEqual(['lisinopril 10 MG Oral Tablet'])
    expect(set.find('314076')?.termType).toBe('SCD')
    expect(set.find('1')).toBeNull()
  })

  it.each(['??', '%', '__proto__', 'constructor', 'zzzz'])('finds nothing for %j', (text) => {
    expect(names(text)).toEqual([])
  })

  it('reads only matching entries, even in a set as large as a full release', () => {
    const medications = Array.from({ length: 20_000 }, (_, index) => ({
      rxcui: String(1_000_000 + index),
      termType: 'SCD' as const,
      name: `sample${index} ${index % 7} MG Oral Tablet`,
      ingredients: ['29046'],
      form: 'Oral Tablet',
      strength: `${index % 7} MG`,
    }))
    const large = medicationSet({ ...pack, medications })
    expect(large.search('sample19999', 20)).toHaveLength(1)
    expect(large.search('oral tab sample1999', 20).map(({ name }) => name)).toHaveLength(11)
  })
})

describe('a medication pack', () => {
  const faulty = (change: (medication: MedicationPack['medications'][0]) => object): MedicationPack => ({
    ...pack,
    medications: pack.medications.map((each, index) => (index === 0 ? { ...each, ...change(each) } : each)),
  })

  it.each([
    ['a schedule that would not count as controlled', () => ({ schedule: 'CII' })],
    ['an ingredient without a name', () => ({ ingredients: ['99999999'] })],
    ['no ingredient', () => ({ ingredients: [] })],
    ['an unknown form', () => ({ form: 'Oral Sponge' })],
    ['an invalid code', () => ({ rxcui: 'x' })],
    ['a code twice', () => ({ rxcui: pack.medications[1]?.rxcui })],
  ])('with %s is refused', (_, change) => {
    expect(() => medicationSet(faulty(change))).toThrow('cannot be used')
  })
})
