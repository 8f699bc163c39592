import { randomBytes } from 'node:crypto'

/**
 * A new key for opening a room: 160 random bits in base 32. It says nothing about the visit and cannot be guessed, although entering
 * needs a token as well (RFC 4086; ASVS 5.0 asks for 128 bits, which a UUID does not have). Where we choose a vendor's names, it is the
 * room's name.
 */
export const newRoomKey = (): string => {
  const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
  // 32 letters divide 256 evenly: the remainder of a byte is as random as its five bits.
  return Array.from(randomBytes(32), (byte) => alphabet[byte % 32]).join('')
}

/** Letters, digits, dash and underscore: what may stand in a vendor's path as it is, a key of ours or an id of theirs. */
export const isRoomId = (id: string): boolean => /^[A-Za-z0-9_-]{1,128}$/.test(id)
