import { randomBytes } from 'node:crypto'

/**
 * A new room's name: 160 random bits in base 32. It says nothing about the visit, and cannot be guessed, although entering
 * needs a token besides (RFC 4086; ASVS 5.0 asks for 128 bits, which a UUID does not have).
 */
export const newRoomName = (): string => {
  const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
  // 32 letters divide 256 evenly: the remainder of a byte is as random as its five bits.
  return Array.from(randomBytes(32), (byte) => alphabet[byte % 32]).join('')
}

/** Letters, digits, dash and underscore, as every vendor accepts. */
export const isRoomName = (name: string): boolean => /^[A-Za-z0-9_-]{1,128}$/.test(name)
