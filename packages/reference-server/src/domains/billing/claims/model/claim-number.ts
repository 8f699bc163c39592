/** Crockford's alphabet: no letter is mistaken for a digit over the telephone. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * A claim number from twelve random bytes: `C` and twelve characters, 60 bits. Random, so that it reveals nothing about the number of
 * claims and needs no shared counter. CLM01 allows at most 20 characters of A-Z, 0-9 and `-`.
 */
export const claimNumber = (random: Uint8Array): string => {
  const text = Array.from(random.subarray(0, 12), (byte) => letters[byte % letters.length]).join('')
  if (text.length !== 12) throw new RangeError('a claim number needs twelve random bytes')
  return `C${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`
}
