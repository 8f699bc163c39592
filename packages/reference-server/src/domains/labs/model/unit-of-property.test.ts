import { describe, expect, test } from 'vitest'
import { contradictsItsTest } from './unit-of-property.ts'

const judged = (property: string | null, ucum: string | undefined) =>
  contradictsItsTest({ value: '5', status: 'final', ...(ucum !== undefined && { ucum }) }, property)

describe('a unit of another kind than its test measures', () => {
  test.each([
    ['MCnc', 'mmol/L'],
    ['MCnc', 'mg'],
    ['MCnc', '%'],
    ['SCnc', 'mg/dL'],
    ['SCnc', 'mmol'],
    ['CCnc', '[iU]/L'],
    ['NCnc', '%'],
    ['NFr', '10*3/uL'],
    ['MFr', 'g/dL'],
  ])('%s in %s is a contradiction', (property, ucum) => {
    expect(judged(property, ucum)).toBe(true)
  })

  test.each([
    ['MCnc', 'mg/dL'],
    ['MCnc', 'ng/mL{FEU}'],
    ['SCnc', 'umol/L'],
    ['SCnc', 'meq/L'],
    ['CCnc', 'U/L'],
    ['CCnc', 'nkat/L'],
    ['NCnc', '10*3/uL'],
    ['NCnc', '{cells}/uL'],
    ['NFr', '%'],
    ['MFr', '%'],
  ])('%s in %s is none', (property, ucum) => {
    expect(judged(property, ucum)).toBe(false)
  })

  test.each([
    ['a property with many units', 'ACnc', 'mg/dL'],
    ['a property of the language', 'toString', 'mg/dL'],
    ['a test that the catalog does not know', null, 'mmol/L'],
    ['a unit that is not known', 'MCnc', '[CFU]/mL'],
    ['a unit that the laboratory does not call UCUM', 'MCnc', undefined],
  ])('%s is not judged', (_, property, ucum) => {
    expect(judged(property, ucum)).toBe(false)
  })

  test('what has no value, or was withdrawn, is not judged', () => {
    expect(contradictsItsTest({ value: null, ucum: 'mmol/L', status: 'final' }, 'MCnc')).toBe(false)
    expect(contradictsItsTest({ value: '5', ucum: 'mmol/L', status: 'cancelled' }, 'MCnc')).toBe(false)
  })
})
