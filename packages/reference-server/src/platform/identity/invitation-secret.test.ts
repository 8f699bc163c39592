import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatSecret, normalizeSecret, secretBytes } from './invitation-secret.ts'

describe('the code of an invitation', () => {
  it('is four groups of five characters that cannot be confused when read aloud', () => {
    expect(formatSecret(randomBytes(secretBytes))).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/)
  })

  it('uses 100 bits: every character depends on its own byte, and all 32 occur', () => {
    const all = Uint8Array.from({ length: secretBytes }, (_, at) => at)
    const more = Uint8Array.from({ length: secretBytes }, (_, at) => at + 12)
    const seen = new Set(`${formatSecret(all)}${formatSecret(more)}`.replaceAll('-', ''))
    expect(seen.size).toBe(32)
    expect(() => formatSecret(randomBytes(secretBytes - 1))).toThrow('20 random bytes')
  })

  it('is accepted with any case, spaces and hyphens', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: secretBytes, maxLength: secretBytes }),
        fc.constantFrom('', ' ', '-', '\u2013', '\u00a0', ' - '),
        fc.boolean(),
        (random, separator, isLower) => {
          const shown = formatSecret(random)
          const typed = shown.replaceAll('-', separator)
          expect(normalizeSecret(isLower ? typed.toLowerCase() : typed)).toBe(shown.replaceAll('-', ''))
        },
      ),
    )
  })

  it('accepts letters that look like digits as those digits', () => {
    expect(normalizeSecret('oIl00-00000-00000-00000')).toBe('01100000000000000000')
  })

  it.each(['', '7K3M9-QXT4W-ZR8NB', '7K3M9-QXT4W-ZR8NB-H2CVDX', '7K3M9-QXT4W-ZR8NB-H2CV!', '7K3M9-QXT4W-ZR8NB-H2CVU'])(
    'cannot be %j, which is distinguished from a wrong code',
    (typed) => {
      expect(normalizeSecret(typed)).toBeNull()
    },
  )
})
