/**
 * The simulated laboratory's own HL7 v2 parser and writer, separate from the server's by intention: only an independent parser can show
 * that a message means what its writer intended.
 */

/** One segment. `at(5, 2)` is the second component of the fifth field, unescaped; `''` when it is missing. */
export interface Hl7Segment {
  readonly name: string
  at(field: number, component?: number, subcomponent?: number): string
}
export interface Hl7Message {
  readonly segments: readonly Hl7Segment[]
  first(name: string): Hl7Segment | undefined
  all(name: string): readonly Hl7Segment[]
}

export const readHl7 = (bytes: Buffer): Hl7Message => {
  const text = bytes.toString('utf8')
  if (!text.startsWith('MSH')) throw new Error('not an HL7 message')
  const [bar = '|', hat = '^', tilde = '~', slash = '\\', and = '&'] = text.slice(3, 8)
  const plain = (raw: string): string => {
    const parts = raw.split(slash)
    return parts
      .map((part, index) => {
        // Every second part is between two escape characters.
        if (index % 2 === 0) return part
        if (part.startsWith('X')) return Buffer.from(part.slice(1), 'hex').toString('utf8')
        return { F: bar, S: hat, R: tilde, E: slash, T: and, '.br': '\n' }[part] ?? `${slash}${part}${slash}`
      })
      .join('')
  }
  const segments = text
    .split('\r')
    .filter((segment) => segment !== '')
    .map((segment): Hl7Segment => {
      const fields = segment.startsWith('MSH') ? ['MSH', bar, ...segment.split(bar).slice(1)] : segment.split(bar)
      return {
        name: fields[0] ?? '',
        at: (field, component = 1, subcomponent = 1) =>
          plain(fields[field]?.split(tilde)[0]?.split(hat)[component - 1]?.split(and)[subcomponent - 1] ?? ''),
      }
    })
  return {
    segments,
    first: (name) => segments.find((segment) => segment.name === name),
    all: (name) => segments.filter((segment) => segment.name === name),
  }
}

/** A field: a text, or components. Texts are escaped here. */
export type FieldValue = string | readonly string[]

/** `line('MSA', { 1: 'AA', 2: id })`. */
export const segment = (name: string, fields: Readonly<Record<number, FieldValue>>): string => {
  const last = Math.max(0, ...Object.keys(fields).map(Number))
  const fieldTexts = Array.from({ length: last }, (_, index) => {
    const fieldValue = fields[index + 1] ?? ''
    return (typeof fieldValue === 'string' ? [fieldValue] : fieldValue).map(escapeText).join('^').replace(/\^+$/, '')
  })
  return [name, ...fieldTexts].join('|')
}

/** MSH-1 and MSH-2 are the delimiters; the other fields count from 3, as in the standard. */
export const headerSegment = (fields: Readonly<Record<number, FieldValue>>): string =>
  `MSH|^~\\&|${segment('', fields).split('|').slice(3).join('|')}`

export const formatMessage = (...segments: readonly string[]): Buffer => Buffer.from(`${segments.join('\r')}\r`, 'utf8')

export const timestamp = (at: Date): string => `${at.toISOString().slice(0, 19).replaceAll(/\D/g, '')}+0000`

const escapeText = (text: string): string => {
  let out = ''
  for (const character of text) {
    const letter = { '\\': 'E', '|': 'F', '^': 'S', '&': 'T', '~': 'R' }[character]
    const code = character.charCodeAt(0)
    if (letter !== undefined) out += `\\${letter}\\`
    else if (character === '\n') out += '\\.br\\'
    else if (code < 32) out += `\\X${code.toString(16).padStart(2, '0').toUpperCase()}\\`
    else out += character
  }
  return out
}
