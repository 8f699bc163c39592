import type { Delimiters } from './delimiters.ts'

/**
 * Escapes a text so that it cannot contain a delimiter (HL7 v2.5.1, 2.7): delimiters become `\F\ \S\ \T\ \R\ \E\`, control characters
 * including CR their hexadecimal code, and a line feed the line break of formatted text, `\.br\`. A lone surrogate, which has no UTF-8
 * form, becomes U+FFFD.
 */
export const escapeText = (
  text: string,
  { field, component, repetition, escape, subcomponent }: Delimiters,
): string => {
  // Two quotation marks alone mean "delete the value". As a text they are written in hexadecimal.
  if (text === '""') return `${escape}X2222${escape}`
  const names = new Map([
    [field, 'F'],
    [component, 'S'],
    [subcomponent, 'T'],
    [repetition, 'R'],
    [escape, 'E'],
    // If the point is a delimiter, a sequence with a point cannot be written.
    ['\n', [field, component, repetition, escape, subcomponent].includes('.') ? 'X0A' : '.br'],
  ])
  let written = ''
  for (const character of text.toWellFormed()) {
    const code = character.charCodeAt(0)
    const name =
      names.get(character) ??
      (code < 0x20 || code === 0x7f ? `X${code.toString(16).toUpperCase().padStart(2, '0')}` : null)
    written += name === null ? character : `${escape}${name}${escape}`
  }
  return written
}
