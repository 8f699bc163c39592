import anyAscii from 'any-ascii'

/** Two Greek letters that are one sound (ISO 843). Letter by letter they would be another name: Papadopoylos. */
const greekPairs: ReadonlyMap<string, string> = new Map([
  ['ου', 'ou'],
  ['γγ', 'ng'],
  ['γξ', 'nx'],
  ['γχ', 'nch'],
])
const greekPair = /ου|γγ|γξ|γχ/gi

const spellGreek = (pair: string): string => {
  const letters = greekPairs.get(pair.toLowerCase()) ?? pair
  return /^\p{Lu}/u.test(pair) ? `${letters[0]?.toUpperCase()}${letters.slice(1)}` : letters
}

/** Latin letters without their marks and as plain letters: é is e, ß is ss, ł is l. Letters of other scripts stay. */
export const spellLatin = (text: string): string =>
  Array.from(text.normalize('NFKD').replaceAll(/\p{Script=Inherited}/gu, ''), (character) =>
    character > '\u007f' && /\p{Script=Latin}/u.test(character) ? anyAscii(character) : character,
  ).join('')

export const isLatin = (text: string): boolean =>
  !/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(text)

/**
 * A name of any script in plain Latin letters: Иванов is Ivanov, 李 is Li. Words that are written without spaces become one word
 * (XiaoLong is Xiaolong). A transliteration is one possible spelling of several: it is sent where the name itself cannot be, and never
 * stored in place of it.
 */
export const transliterate = (text: string): string => {
  const spelled = isLatin(text) ? spellLatin(text) : text.normalize('NFC').replaceAll(greekPair, spellGreek)
  return anyAscii(spelled)
    .replaceAll(/:[a-z_]+:|`/g, '')
    .split(/(?<=[ -])|(?=[ -])/)
    .map((word) => (isLatin(text) ? word : `${word.slice(0, 1).toUpperCase()}${word.slice(1).toLowerCase()}`))
    .join('')
    .trim()
}
