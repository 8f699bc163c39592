import type { Delimiters } from './delimiters.ts'

const hexadecimal = /^X((?:[0-9A-Fa-f]{2})+)$/
const lineBreak = /^\.(?:br|sp\d*)$/
/** Highlighting and fill mode change only the appearance of a text. */
const appearance = /^(?:H|N|\.f[ in]|\.nf|\.ce|\.(?:in|ti)[+-]?\d*)$/

/**
 * Resolves the escape sequences of a text. Line breaks of formatted text become `\n`, highlighting is removed, and an unknown sequence
 * stays as written, so that a reader sees it.
 */
export const unescapeText = (written: string, delimiters: Delimiters): string => {
  const { escape } = delimiters
  if (!written.includes(escape)) return written
  let text = ''
  let from = 0
  for (;;) {
    const start = written.indexOf(escape, from)
    const end = start < 0 ? -1 : written.indexOf(escape, start + 1)
    if (end < 0) return text + written.slice(from)
    const unescaped = unescapeSequence(written.slice(start + 1, end), delimiters)
    text += written.slice(from, start)
    if (unescaped === null) {
      // The end of an unknown sequence may be the start of the next one.
      text += written.slice(start, end)
      from = end
    } else {
      text += unescaped
      from = end + 1
    }
  }
}

const unescapeSequence = (sequence: string, delimiters: Delimiters): string | null => {
  switch (sequence) {
    case 'F':
      return delimiters.field
    case 'S':
      return delimiters.component
    case 'T':
      return delimiters.subcomponent
    case 'R':
      return delimiters.repetition
    case 'E':
      return delimiters.escape
    default:
  }
  if (lineBreak.test(sequence)) return '\n'
  if (appearance.test(sequence)) return ''
  const bytes = hexadecimal.exec(sequence)?.[1]
  if (bytes === undefined) return null
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(bytes, 'hex'))
  } catch {
    return null
  }
}
