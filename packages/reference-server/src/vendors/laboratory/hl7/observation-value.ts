import type { ReportedCode } from '../report.ts'
import { repetitionsOf, valueIn, valueOf, type Repetition, type Segment } from './segment.ts'

/** A file: `documentOf` reads it. */
export const isEncapsulated = (observation: Segment): boolean => valueOf(observation, 2) === 'ED'

/** OBX-5 as readable text, by the type in OBX-2; null if there is none. */
export const observationText = (observation: Segment): string | null => {
  const type = valueOf(observation, 2)
  const separator = lines.has(type) ? '\n' : ', '
  const text = repetitionsOf(observation, 5)
    .map((value) => textOf(type, value))
    .join(separator)
  return text.trim() === '' ? null : text
}

/** Long texts, and the rows of an array. */
const lines = new Set(['TX', 'FT', 'ST', 'MA', 'NA'])
const arrays = new Set(['MA', 'NA'])
const coded = new Set(['CE', 'CWE', 'CNE', 'CF'])

const textOf = (type: string, value: Repetition): string => {
  // A code, its text, and for CWE the original text.
  if (coded.has(type)) return valueIn(value, 2) || valueIn(value, 9) || valueIn(value, 5) || valueIn(value, 1)
  // Structured numeric: comparator, number, separator, number, e.g. `>` `100` or `1` `:` `128`.
  if (type === 'SN') return [1, 2, 3, 4].map((component) => valueIn(value, component)).join('')
  // An empty place in an array is a value that is missing, and keeps its place.
  if (arrays.has(type)) return value.map((component) => component.join(' ') || '-').join(', ')
  // A quantity with its unit, a range, or a reference to a file: the components in their order.
  return value
    .map((component) => component.join(' '))
    .filter((part) => part !== '')
    .join(' ')
}

/** The codes of a coded value, with the alternate ones. */
export const observationCodes = (observation: Segment): ReportedCode[] =>
  coded.has(valueOf(observation, 2))
    ? repetitionsOf(observation, 5).flatMap((value) =>
        [1, 4]
          .map((at) => ({
            code: valueIn(value, at),
            text: valueIn(value, at + 1),
            system: valueIn(value, at + 2),
          }))
          .filter(({ code }) => code !== ''),
      )
    : []
