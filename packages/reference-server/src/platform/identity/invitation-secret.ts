/** Crockford's Base32: no I, L, O or U, so that a code can be read aloud and copied by hand. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 20
const groupSize = 5

/** Random bytes per code: one for each character, of which five bits count. */
export const secretBytes = length

/** The code in display format: 100 bits, in groups of five characters. */
export const formatSecret = (random: Uint8Array): string => {
  if (random.length !== secretBytes) throw new Error(`An invitation code takes ${secretBytes} random bytes.`)
  const characters = Array.from(random, (byte) => alphabet.charAt(byte & 31)).join('')
  return (characters.match(new RegExp(`.{${groupSize}}`, 'g')) ?? []).join('-')
}

/** Normalizes a typed code for the lookup; null if it cannot be a code. */
export const normalizeSecret = (typed: string): string | null => {
  const characters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Dash}]+/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  return characters.length === length && Array.from(characters).every((each) => alphabet.includes(each))
    ? characters
    : null
}
