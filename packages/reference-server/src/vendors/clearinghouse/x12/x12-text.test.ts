import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { readAmount, readBasisPoints, writeAmount } from './amount.ts'
import { x12Text } from './x12-text.ts'

describe('x12Text', () => {
  it.each([
    ['José Núñez', 'JOSE NUNEZ'],
    ['Łukasz Straße', 'LUKASZ STRASSE'],
    ['Þórður Æsir', 'THORDUR AESIR'],
    ['O’Brien–Smith', "O'BRIEN-SMITH"],
    ['Zoë\u200b\u202e Day', 'ZOE DAY'],
    ['a\r\nSE*1\tb', 'A SE*1 B'],
    ['  two   spaces ', 'TWO SPACES'],
    ['ﬁne', 'FINE'],
    ['=HYPERLINK("x")', '=HYPERLINK("X")'],
    ['A^B', 'A^B'],
  ])('writes %j as %j', (text, written) => {
    expect(x12Text(text)).toBe(written)
  })

  it.each(['山田', 'محمد', 'Иванов', '😀', 'a\u0000b', 'B\u001dC'])(
    'returns null for %j, which it cannot represent',
    (text) => {
      expect(x12Text(text)).toBeNull()
    },
  )

  it('does not change a text that it has written', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string()), (text) => {
        const once = x12Text(text)
        if (once !== null) expect(x12Text(once)).toBe(once)
      }),
    )
  })
})

describe('amounts', () => {
  it.each([
    [0, '0'],
    [5, '.05'],
    [50, '.5'],
    [-5, '-.05'],
    [12_050, '120.5'],
    [10_000, '100'],
    [-123_456, '-1234.56'],
  ])('writes %i cents as %s', (cents, text) => {
    expect(writeAmount(cents)).toBe(text)
  })

  it('reads every amount back to the cent', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }), (cents) => {
        expect(readAmount(writeAmount(cents))).toBe(cents)
      }),
    )
  })

  it.each([
    ['100.00', 10_000],
    ['7.500', 750],
    ['007.5', 750],
    ['-0', 0],
  ])('reads %s in the forms that partners use', (text, cents) => {
    expect(readAmount(text)).toBe(cents)
  })

  it.each(['', '-', '.', '1.234', '1e5', '1,000', '0x10', ' 1', 'NaN', '99999999999999'])(
    'refuses %j, which is not an amount in cents',
    (text) => {
      expect(readAmount(text)).toBeNull()
    },
  )

  it('reads the percentage of a 271', () => {
    expect(readBasisPoints('.2')).toBe(2000)
    expect(readBasisPoints('1')).toBe(10_000)
    expect(readBasisPoints('.1255')).toBe(1255)
    expect(readBasisPoints('20%')).toBeNull()
  })
})
