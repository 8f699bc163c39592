import { expect, test } from 'vitest'
import { isNotCompared, outsideRange } from './outside-range.ts'

const of = (value: string, referenceRange: string, flag: 'N' | 'H' | null = null) => {
  const observation = { value, referenceRange, flag, unit: 'mmol/L', status: 'final' } as const
  return outsideRange(observation) ?? (isNotCompared(observation) ? 'not-compared' : 'within')
}

test.each([
  ['9.9', '3.5-5.1', 'above'],
  ['5.0', '3.5-5.1', 'within'],
  ['4.5 ', ' 3.5 - 5.1 mmol/L', 'within'],
  // Each convention in which all numbers can be read says the same.
  ['12,500', '4,500-11,000', 'above'],
  ['12500', '4,500-11,000', 'above'],
  ['9,800', '4,500 - 11,000', 'within'],
  ['12,500', '4.5-11.0', 'above'],
  ['9.9', '3,5-5,1', 'above'],
  ['9,9', '3,5-5,1', 'above'],
  ['9,9', '3.5-5.1', 'above'],
  ['4,2', '3,5-5,1', 'within'],
  ['0,500', '1,000-2,000', 'below'],
  ['1.234,5', '500,0-1.000,0', 'above'],
  ['1,234.5', '500-1,000', 'above'],
  ['1,234,567', '< 2,000,000', 'within'],
  // In one it is within, and in the other it is not.
  ['4,500', '4.0-11.0', 'not-compared'],
  ['1,000', '< 200', 'not-compared'],
  ['1,234.5', '3,5-5,1', 'not-compared'],
  // A bound that leaves it open.
  ['<0.1', '0-0.5', 'within'],
  ['>60', '>=60', 'within'],
  ['<200', '< 200', 'within'],
  ['<=200', '< 200', 'not-compared'],
  ['<300', '< 200', 'not-compared'],
  ['>30', '> 40', 'not-compared'],
  ['<3', '2-4', 'not-compared'],
  ['>90', '60-120', 'not-compared'],
  // Words.
  ['Positive', 'Negative', 'differs'],
  ['Reactive', 'Non-reactive', 'differs'],
  ['DETECTED', 'Not detected', 'differs'],
  ['Indeterminate', 'negative', 'differs'],
  ['Positivo', 'Negativo', 'differs'],
  ['non reactive', 'Non-Reactive', 'within'],
  ['NEGATIVE', 'Not Detected', 'within'],
  ['Yellow', 'yellow', 'within'],
  ['Negative for growth', 'Negative', 'not-compared'],
  ['See comment', 'Negative', 'not-compared'],
  ['1+', 'Negative', 'not-compared'],
  ['Amber', 'Yellow', 'not-compared'],
  ['Positive', '0-1', 'not-compared'],
  ['9.9', 'see report', 'not-compared'],
  ['9.9', 'Low 3.5 high 5.1', 'not-compared'],
  ['9.9', '3.5-5.1 mg/dL', 'not-compared'],
  ['9.9', '5.1-3.5', 'not-compared'],
  ['1:128', '0-1', 'not-compared'],
])('%s with the range %s is %s, and nothing else is claimed', (value, range, expected) => {
  expect(of(value, range)).toBe(expected)
})

test('what the laboratory calls normal was compared by the laboratory, unless it is certainly outside', () => {
  expect([of('4,500', '4.0-11.0', 'N'), of('Positive', 'Negative', 'N'), of('9.9', 'see report', 'N')]).toEqual([
    'within',
    'differs',
    'within',
  ])
  expect(of('9.9', '3.5-5.1', 'H')).toBe('within')
})
