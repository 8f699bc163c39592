import { expect, test } from 'vitest'
import { measuredNumber, numberRange, sideOf } from './measured-number.ts'

test.each([
  ['9.9', '3.5-5.1', 'above'],
  ['3.4', '3.5 - 5.1', 'below'],
  ['3.5', '3.5–5.1', null],
  ['5.1', '3.5 to 5.1', null],
  ['200', '< 200', 'above'],
  ['200', '<=200', null],
  ['40', '>40', 'below'],
  ['40', '≥40', null],
  ['-3', '-2-2', 'below'],
  ['-1', '-2.0 - 2.0', null],
  ['9.9', '3.5-5.1 mmol/L', 'above'],
  ['.4', '0.5-1', 'below'],
  // Certain, although the number is not known.
  ['>60', '0-50', 'above'],
  ['>60', '0-60', 'above'],
  ['>=60', '<60', 'above'],
  ['<0.1', '0.4-4.0', 'below'],
  // Not certain.
  ['>60', '>=60', null],
  ['>=60', '0-60', null],
  ['<=4', '4-5', null],
  ['<3', '2-4', null],
  ['>3', '2-4', null],
  // Not comparable: nothing is claimed.
  ['9.9', '3,5-5,1', null],
  ['9.9', 'see report', null],
  ['9.9', '5.1-3.5', null],
  ['9.9', '3.5-5.1 mg/dL', null],
  ['Positive', '0-1', null],
  ['1:128', '0-1', null],
])('%s with %s is %s', (value, range, side) => {
  const [number, bounds] = [measuredNumber(value), numberRange(range, 'mmol/L')]
  expect(number && bounds && sideOf(number, bounds)).toBe(side)
})
