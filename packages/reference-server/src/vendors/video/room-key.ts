import { randomBytes } from 'node:crypto'

/**
 * A new key for opening a room: 160 random bits in base 32. It reveals nothing about the visit and cannot be guessed, although joining
 * also needs a token (RFC 4086; ASVS 5.0 requires 128 bits, which a UUID does not have). If this server chooses the names, it is the
 * room's name.
 */
export const newRoomKey = (): string => {
  const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
  // 256 is a multiple of 32, so the remainder of a byte has five unbiased random bits.
  return Array.from(randomBytes(32), (byte) => alphabet[byte % 32]).join('')
}

/** Letters, digits, dash and underscore: ids that can be used in a vendor's path without encoding. */
export const isRoomId = (id: string): boolean => /^[A-Za-z0-9_-]{1,128}$/.test(id)
