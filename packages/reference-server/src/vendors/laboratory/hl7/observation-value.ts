import { repetitionsOf, valueIn, valueOf, type Repetition, type Segment } from './segment.ts'

export interface ObservationValue {
  /** Null if there is none. */
  readonly text: string | null
  /** There is a value that cannot be shown as text: a document, an image, a waveform. */
  readonly isUnreadable: boolean
}
const nothing: ObservationValue = { text: null, isUnreadable: false }

/** OBX-5 as readable text, by the type in OBX-2. */
export const observationValue = (observation: Segment): ObservationValue => {
  const type = valueOf(observation, 2)
  const values = repetitionsOf(observation, 5)
  if (values.length === 0) return nothing
  if (unreadable.has(type)) return { text: null, isUnreadable: true }
  const separator = longTexts.has(type) ? '\n' : ', '
  const text = values.map((value) => textOf(type, value)).join(separator)
  return text.trim() === '' ? nothing : { text, isUnreadable: false }
}

const unreadable = new Set(['ED', 'RP', 'NA', 'MA', 'CD'])
const longTexts = new Set(['TX', 'FT', 'ST'])
const coded = new Set(['CE', 'CWE', 'CNE', 'CF'])

const textOf = (type: string, value: Repetition): string => {
  // A code, its text, and for CWE the original text.
  if (coded.has(type)) return valueIn(value, 2) || valueIn(value, 9) || valueIn(value, 5) || valueIn(value, 1)
  // Structured numeric: comparator, number, separator, number, e.g. `>` `100` or `1` `:` `128`.
  if (type === 'SN') return [1, 2, 3, 4].map((component) => valueIn(value, component)).join('')
  // A quantity with its unit, or a range: the components in their order.
  return value
    .map((component) => component.join(' '))
    .filter((part) => part !== '')
    .join(' ')
}
