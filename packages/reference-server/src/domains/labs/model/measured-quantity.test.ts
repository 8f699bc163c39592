import { expect, test } from 'vitest'
import { measuredQuantity } from './measured-quantity.ts'

const observed = (value: string | null, valueType = 'NM', ucum?: string) => ({
  value,
  valueType,
  unit: 'mmol/l',
  ...(ucum !== undefined && { ucum }),
})

test.each([
  ['5.40', 5.4, undefined],
  ['<0.1', 0.1, '<'],
  ['<= 0.1', 0.1, '<='],
  ['>60', 60, '>'],
  ['≥60', 60, '>='],
  ['-3', -3, undefined],
])('%s is a quantity with its comparator', (value, number, comparator) => {
  expect(measuredQuantity(observed(value, 'SN'))).toEqual({
    value: number,
    ...(comparator && { comparator }),
    unit: 'mmol/l',
  })
})

test('the unit has a code and its system only where the laboratory says that it is UCUM', () => {
  expect(measuredQuantity(observed('4', 'NM', 'mmol/L'))).toEqual({
    value: 4,
    unit: 'mmol/l',
    system: 'http://unitsofmeasure.org',
    code: 'mmol/L',
  })
})

test.each([
  ['1:128', 'SN'],
  ['Positive', 'NM'],
  // A number in a text or a code may be anything.
  ['4', 'ST'],
  ['4', 'CWE'],
  [null, 'NM'],
])('%s of type %s is none', (value, type) => {
  expect(measuredQuantity(observed(value, type))).toBeNull()
})

test('a value from before types were kept is none, and stays a text', () => {
  const { valueType: _, ...before } = observed('4')
  expect(measuredQuantity(before)).toBeNull()
})
