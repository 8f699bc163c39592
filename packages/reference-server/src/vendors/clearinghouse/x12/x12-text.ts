import { spellLatin } from '../../../platform/names/transliterate.ts'

/**
 * Converts a text to the characters of X12's basic and extended sets (005010 appendix B), in upper case, as payers store names. Removes
 * accents (José becomes JOSE), expands ligatures, replaces typographic quotes and dashes by plain ones and line breaks and tabs by
 * spaces, and removes invisible characters (direction, joiners, soft hyphen). Null if a letter has no such form: an invented one would
 * name another person.
 */
export const x12Text = (value: string): string | null => {
  // Fast path for most texts, which the rest would not change.
  if (plainText.test(value)) return value.toUpperCase()
  const plain = Array.from(spellLatin(value), (character) => signs.get(character) ?? character)
    .join('')
    .replace(invisible, '')
    .replace(/[\p{White_Space}\x85]+/gu, ' ')
    .trim()
    .toUpperCase()
  return writable.test(plain) ? plain : null
}

const plainText = /^(?:[A-Za-z0-9,.'/-]+(?: (?! |$)|$))*$/

const invisible = /[\p{Mn}\p{Me}\p{Cf}]/gu

// Basic and extended set in upper case, including ` and \.
const writable = /^[A-Z0-9 !"&'()*+,\-./:;?=%@[\]_{}\\|<>~^`#$]*$/

/** Letters are spelled as everywhere else (platform/names). These are signs. */
const signs: ReadonlyMap<string, string> = new Map([
  ['‘', "'"],
  ['’', "'"],
  ['ʼ', "'"],
  ['ʻ', "'"],
  ['“', '"'],
  ['”', '"'],
  ['«', '"'],
  ['»', '"'],
  ['‐', '-'],
  ['‑', '-'],
  ['–', '-'],
  ['—', '-'],
  ['−', '-'],
])
