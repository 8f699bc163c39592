import { createSecretKey, randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { openBytes, DecryptionFailed, sealBytes, sealedVersion } from './record-cipher.ts'

const key = createSecretKey(randomBytes(32))
const plain = Buffer.from('Jane Roe-Fictional')
const place = 'organization|gardens.beds|row'
const nonceOf = (sealed: Buffer): Buffer => sealed.subarray(3, 15)
/** More than three pages of nonces, wherever in a page the module stands. */
const many = Array.from({ length: 4_000 }, () => nonceOf(sealBytes(key, 1, place, plain)))

describe('encryption', () => {
  // One repeated nonce under one key gives away both texts and the key that makes the tags (NIST SP 800-38D, appendix A).
  test('never uses a nonce twice, even across the pages in which they are generated', () => {
    expect(new Set(many.map((nonce) => nonce.toString('hex'))).size).toBe(many.length)
  })

  test('uses each random byte in one nonce only', () => {
    const shared = many.filter((nonce, at) => {
      const before = many[at - 1]
      return [8, 4, 1].some((shift) => before?.subarray(shift).equals(nonce.subarray(0, 12 - shift)))
    })
    expect(shared).toEqual([])
  })

  test('generates random nonces: about half of all bits are set, and differ from the nonce before, at each position', () => {
    const share = (ofNonce: (nonce: Buffer, at: number) => number, bit: number): number =>
      many.filter((nonce, at) => (ofNonce(nonce, at) >> (bit & 7)) & 1).length / many.length
    for (let bit = 0; bit < 96; bit++) {
      const byteOf = (nonce: Buffer | undefined): number => nonce?.[bit >> 3] ?? 0
      const set = share(byteOf, bit)
      const changed = share((nonce, at) => byteOf(nonce) ^ byteOf(many[at - 1]), bit)
      expect(Math.abs(set - 0.5), `bit ${bit}`).toBeLessThan(0.1)
      expect(Math.abs(changed - 0.5), `bit ${bit}`).toBeLessThan(0.1)
    }
  })

  test('encrypts the same text differently each time', () => {
    const sealed = [1, 2, 3].map(() => sealBytes(key, 1, place, plain).toString('hex').slice(30))
    expect(new Set(sealed).size).toBe(3)
  })
})

describe('an encrypted value', () => {
  const sealed = sealBytes(key, 3, place, plain)

  test('decrypts with its context and its key, and contains the key version', () => {
    expect(openBytes(key, place, sealed)).toEqual(plain)
    expect(sealedVersion(sealed)).toBe(3)
  })

  test('does not decrypt with another context, key or version', () => {
    expect(() => openBytes(key, `${place}2`, sealed)).toThrow(DecryptionFailed)
    expect(() => openBytes(createSecretKey(randomBytes(32)), place, sealed)).toThrow(DecryptionFailed)
    const renumbered = Buffer.from(sealed)
    renumbered.writeUInt16BE(4, 1)
    expect(() => openBytes(key, place, renumbered)).toThrow(DecryptionFailed)
  })

  test('does not decrypt as another format: compressed text as plain, or plain text as compressed', () => {
    const compressed = sealBytes(key, 3, place, plain, true)
    expect(openBytes(key, place, compressed)).toEqual(plain)
    for (const [value, format] of [
      [sealed, 2],
      [compressed, 1],
    ] as const) {
      const claimed = Buffer.from(value)
      claimed.writeUInt8(format, 0)
      expect(() => openBytes(key, place, claimed)).toThrow(DecryptionFailed)
    }
  })

  test('has a tag of 16 bytes, and does not decrypt with a shorter one', () => {
    // Format, key version, nonce, as many bytes as the text has, tag.
    expect(sealed.length).toBe(1 + 2 + 12 + plain.length + 16)
    for (const cut of [1, 4, 8, 12])
      expect(() => openBytes(key, place, sealed.subarray(0, -cut))).toThrow(DecryptionFailed)
  })
})
