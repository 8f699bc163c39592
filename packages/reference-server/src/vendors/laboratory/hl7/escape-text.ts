import type { Delimiters } from './delimiters.ts'

/**
 * Writes a text so that nothing in it can divide a message (HL7 v2.5.1, 2.7): delimiters become `\F\ \S\ \T\ \R\ \E\`, control
 * characters their code in hexadecimal, CR among them, except that a line feed is the line break of formatted text, `\.br\`. Half a surrogate pair, which has no UTF-8 form, becomes U+FFFD.
 */
export const escapeText = (
  text: string,
  { field, component, repetition, escape, subcomponent }: Delimiters,
): string => {
  // Two quotation marks alone say "delete what you have": as a text they are written in hexadecimal.
  if (text === '""') return `${escape}X2222${escape}`
  const names = new Map([
    [field, 'F'],
    [component, 'S'],
    [subcomponent, 'T'],
    [repetition, 'R'],
    [escape, 'E'],
    // Whose delimiters include the point cannot write a sequence with one.
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
