/**
 * A text in the characters that X12's basic and extended sets allow (005010 appendix B), in capitals, as payers keep names. Accents are
 * dropped (José is JOSE), ligatures spelled out, typographic quotes and dashes made plain, line breaks and tabs made spaces, and marks that
 * nobody sees (direction, joiners, soft hyphen) removed. Null when a letter has no such spelling: inventing one would name another person.
 */
export const x12Text = (value: string): string | null => {
  // Nearly every text; what follows would leave it as it is.
  if (plainText.test(value)) return value.toUpperCase()
  const plain = Array.from(value.normalize('NFKD'), (character) => spellings.get(character) ?? character)
    .join('')
    .replace(invisible, '')
    .replace(/[\p{White_Space}\x85]+/gu, ' ')
    .trim()
    .toUpperCase()
  return writable.test(plain) ? plain : null
}

const plainText = /^(?:[A-Za-z0-9,.'/-]+(?: (?! |$)|$))*$/

const invisible = /[\p{Mn}\p{Me}\p{Cf}]/gu

// Basic and extended set in capitals; ` and \ belong to it as well.
const writable = /^[A-Z0-9 !"&'()*+,\-./:;?=%@[\]_{}\\|<>~^`#$]*$/

const spellings: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['ẞ', 'SS'],
  ['æ', 'ae'],
  ['Æ', 'AE'],
  ['œ', 'oe'],
  ['Œ', 'OE'],
  ['ø', 'o'],
  ['Ø', 'O'],
  ['ł', 'l'],
  ['Ł', 'L'],
  ['đ', 'd'],
  ['Đ', 'D'],
  ['ð', 'd'],
  ['Ð', 'D'],
  ['þ', 'th'],
  ['Þ', 'TH'],
  ['ı', 'i'],
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
