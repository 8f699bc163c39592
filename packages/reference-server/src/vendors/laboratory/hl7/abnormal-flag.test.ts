import { expect, test } from 'vitest'
import { abnormalFlag } from './abnormal-flag.ts'

test.each([
  [['HH'], 'HH'],
  [['hh'], 'HH'],
  [['H*'], 'HH'],
  [['>'], 'HH'],
  [['CRIT'], 'AA'],
  [['n', 'll'], 'LL'],
  [['POS'], 'A'],
  [['W'], 'A'],
  [['I'], 'A'],
  [['R'], 'A'],
  [['of the house'], 'A'],
  [['N'], 'N'],
  [['S'], null],
  [[''], null],
  [[], null],
])('%j is read as %j, in upper or lower case; an unknown flag is not normal', (written, flag) => {
  expect(abnormalFlag(written)).toBe(flag)
})
