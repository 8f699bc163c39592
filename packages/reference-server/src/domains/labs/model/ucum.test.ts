import { expect, test } from 'vitest'
import { readUcum } from './ucum.ts'

/** How many of `to` one of `from` is; null if they do not measure the same. */
const ratio = (from: string, to: string): number | null => {
  const [one, other] = [readUcum(from), readUcum(to)]
  if (one === null || other === null || one.dimension !== other.dimension) return null
  return Number((one.factor / other.factor).toPrecision(9))
}

test.each([
  ['mmol/L', 'umol/L', 1000],
  ['mmol/L', 'mmol/l', 1],
  ['mg/dL', 'g/L', 0.01],
  ['10*3/uL', '10*9/L', 1],
  ['K/uL', '10*9/L', null],
  ['{cells}/uL', '/uL', 1],
  ['mg/g{creat}', 'g/kg', 1],
  ['mL/min/{1.73_m2}', 'mL/s', 1 / 60],
  ['m[IU]/L', '[iU]/mL', 1e-6],
  ['U/L', 'nkat/L', 16.6666667],
  ['mm[Hg]', 'kPa', 0.133322],
  ['m/s2', 'cm/s2', 100],
  ['{INR}', '1', 1],
  ['%', '1', 0.01],
  // The same number means another amount: by UCUM only what measures the same is compared.
  ['mg/dL', 'mmol/L', null],
  ['meq/L', 'mmol/L', null],
  ['[IU]/L', 'U/L', null],
  ['Cel', 'K', null],
])('one %s is %s: %s', (from, to, expected) => {
  const found = ratio(from, to)
  if (expected === null) expect(found).toBeNull()
  else expect(found).toBeCloseTo(expected, 7)
})

test.each(['mEq/L', 'mmol/', 'mmol//L', 'MMOL/L', 'mmol per liter', 'constructor', 'toString/L', '{open', 'mmin', ''])(
  '%s is no unit that is known here',
  (code) => {
    expect(readUcum(code)).toBeNull()
  },
)
