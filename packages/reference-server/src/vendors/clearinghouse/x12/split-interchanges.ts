import { X12Unreadable } from './x12-unreadable.ts'

const mostCharacters = 20_000_000
const mostInterchanges = 1000

/**
 * Splits a file after each interchange: clearinghouses concatenate several, each possibly with its own delimiters. One that is cut ends
 * where the next begins, so that it takes no other with it. Validates nothing else; readInterchange finds wrong splits.
 */
export const splitInterchanges = (content: string): readonly string[] => {
  if (content.length > mostCharacters) throw new X12Unreadable('too_large')
  const pieces: string[] = []
  let rest = content.replace(/^\uFEFF/, '').trimStart()
  while (rest !== '') {
    if (pieces.length === mostInterchanges) throw new X12Unreadable('too_large')
    const end = endOf(rest)
    pieces.push(rest.slice(0, end))
    rest = rest.slice(end).trimStart()
  }
  return pieces
}

/** Position after the IEA's terminator; the length of the text if there is none. */
const endOf = (text: string): number => {
  const element = escaped(text.charAt(3))
  const terminator = escaped(text.charAt(105))
  if (!text.startsWith('ISA') || terminator === '') return text.length
  const trailer = new RegExp(`${terminator}[\\r\\n]*IEA${element}[^${terminator}]*${terminator}`).exec(text)
  const end = trailer ? trailer.index + trailer[0].length : text.length
  const next = nextHeader.exec(text.slice(1))
  return next ? Math.min(end, next.index + 1) : end
}

/** ISA has fixed widths, so it is recognized wherever a cut interchange ends. */
const nextHeader =
  /ISA([^A-Za-z0-9 ])\d{2}\1.{10}\1\d{2}\1.{10}\1.{2}\1.{15}\1.{2}\1.{15}\1\d{6}\1\d{4}\1.\1\d{5}\1\d{9}\1\d\1[A-Z]\1/

/** Escapes a character for a pattern and for a character class. */
const escaped = (character: string): string =>
  character === '' ? '' : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
