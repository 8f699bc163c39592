/**
 * The simulated laboratory's own reading and writing of HL7 v2, on purpose apart from the server's: only a reader that somebody else
 * wrote can show that a message says what its writer meant.
 */

/** One line. `at(5, 2)` is the second component of the fifth field, plain; `''` where there is none. */
export interface Hl7Line {
  readonly name: string
  at(field: number, component?: number, subcomponent?: number): string
}
export interface Hl7Reading {
  readonly lines: readonly Hl7Line[]
  first(name: string): Hl7Line | undefined
  all(name: string): readonly Hl7Line[]
}

export const readHl7 = (bytes: Buffer): Hl7Reading => {
  const text = bytes.toString('utf8')
  if (!text.startsWith('MSH')) throw new Error('not an HL7 message')
  const [bar = '|', hat = '^', tilde = '~', slash = '\\', and = '&'] = text.slice(3, 8)
  const plain = (raw: string): string => {
    const parts = raw.split(slash)
    return parts
      .map((part, index) => {
        // Every second part stands between two escape characters.
        if (index % 2 === 0) return part
        if (part.startsWith('X')) return Buffer.from(part.slice(1), 'hex').toString('utf8')
        return { F: bar, S: hat, R: tilde, E: slash, T: and, '.br': '\n' }[part] ?? `${slash}${part}${slash}`
      })
      .join('')
  }
  const lines = text
    .split('\r')
    .filter((line) => line !== '')
    .map((line): Hl7Line => {
      const cells = line.startsWith('MSH') ? ['MSH', bar, ...line.split(bar).slice(1)] : line.split(bar)
      return {
        name: cells[0] ?? '',
        at: (field, component = 1, subcomponent = 1) =>
          plain(cells[field]?.split(tilde)[0]?.split(hat)[component - 1]?.split(and)[subcomponent - 1] ?? ''),
      }
    })
  return {
    lines,
    first: (name) => lines.find((line) => line.name === name),
    all: (name) => lines.filter((line) => line.name === name),
  }
}

/** A cell: a text, or components. Texts are escaped here. */
export type Cell = string | readonly string[]

/** `line('MSA', { 1: 'AA', 2: id })`. */
export const line = (name: string, cells: Readonly<Record<number, Cell>>): string => {
  const last = Math.max(0, ...Object.keys(cells).map(Number))
  const written = Array.from({ length: last }, (_, index) => {
    const cell = cells[index + 1] ?? ''
    return (typeof cell === 'string' ? [cell] : cell).map(escaped).join('^').replace(/\^+$/, '')
  })
  return [name, ...written].join('|')
}

/** MSH-1 and MSH-2 are what divides; the rest counts from 3, as in the standard. */
export const headerLine = (cells: Readonly<Record<number, Cell>>): string =>
  `MSH|^~\\&|${line('', cells).split('|').slice(3).join('|')}`

export const message = (...lines: readonly string[]): Buffer => Buffer.from(`${lines.join('\r')}\r`, 'utf8')

export const timestamp = (at: Date): string => `${at.toISOString().slice(0, 19).replaceAll(/\D/g, '')}+0000`

const escaped = (text: string): string => {
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
