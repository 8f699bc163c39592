/** Crockford's letters: nobody reads a 0 for an O over the telephone. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * A claim's number from twelve random bytes: `C` and twelve letters, 60 bits. Random, so that it tells nothing about how many claims there
 * are, and no counter has to be shared. At most 20 of A-Z, 0-9 and `-` (CLM01).
 */
export const claimNumber = (random: Uint8Array): string => {
  const text = Array.from(random.subarray(0, 12), (byte) => letters[byte % letters.length]).join('')
  if (text.length !== 12) throw new RangeError('a claim number needs twelve random bytes')
  return `C${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`
}
