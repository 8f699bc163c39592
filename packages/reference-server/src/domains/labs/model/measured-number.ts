import { pointNumber, type ReadNumber } from './written-numbers.ts'

/** What a value says about a number: exactly it, or only that it is less or more. */
export interface MeasuredNumber {
  readonly at: number
  readonly is: 'exactly' | 'less' | 'more'
  /** Certainly not the number itself: `<3`, not `<=3`. */
  readonly isOpen: boolean
}

const decimal = String.raw`[-+]?[\d.,]*\d[\d.,]*`
const valueForm = new RegExp(String.raw`^(<=?|>=?|≤|≥)?\s*(${decimal})$`)
const spanForm = new RegExp(String.raw`^(${decimal})\s*(?:-|–|to)\s*(${decimal})$`)
const boundForm = new RegExp(String.raw`^(<=?|>=?|≤|≥)\s*(${decimal})$`)

/** `5.4`, `<0.1`, `> 60`. Null for a text. */
export const measuredNumber = (value: string, read: ReadNumber = pointNumber): MeasuredNumber | null => {
  const [, sign = '', written = ''] = valueForm.exec(value.trim()) ?? []
  const at = read(written)
  if (at === null) return null
  const is = /^[<≤]/.test(sign) ? 'less' : sign === '' ? 'exactly' : 'more'
  return { at, is, isOpen: sign === '<' || sign === '>' }
}

/** A bound belongs to the range unless it is `<` or `>`. */
export interface NumberRange {
  readonly low?: number
  readonly high?: number
  readonly isOpen?: boolean
}

/** `3.5-5.1`, `< 200`, `>= 40`, also with the unit at its end. Null for every other text. */
export const numberRange = (
  written: string,
  unit: string | null,
  read: ReadNumber = pointNumber,
): NumberRange | null => {
  const text = written.trim()
  const plain = unit !== null && unit !== '' && text.endsWith(unit) ? text.slice(0, -unit.length).trim() : text
  const [low = null, high = null] = (spanForm.exec(plain) ?? []).slice(1).map(read)
  if (low !== null && high !== null && low <= high) return { low, high }
  const [, sign = '', limit = ''] = boundForm.exec(plain) ?? []
  const bound = read(limit)
  if (bound === null) return null
  const isOpen = sign === '<' || sign === '>'
  return /^[<≤]/.test(sign) ? { high: bound, isOpen } : { low: bound, isOpen }
}

/** Where a number lies for certain: `<3` is below a range from 4, and undecided with one from 2. */
export const sideOf = (
  number: MeasuredNumber,
  { low, high, isOpen = false }: NumberRange,
): 'below' | 'above' | null => {
  const { at, is } = number
  const isBeyondEqual = isOpen || (is !== 'exactly' && number.isOpen)
  if (low !== undefined && is !== 'more' && (at < low || (at === low && isBeyondEqual))) return 'below'
  return high !== undefined && is !== 'less' && (at > high || (at === high && isBeyondEqual)) ? 'above' : null
}

/** Whether a number lies in a range for certain. What is less than a number may be any one down to zero. */
export const isWithin = (number: MeasuredNumber, range: NumberRange): boolean => {
  if (sideOf(number, range) !== null) return false
  const { at, is } = number
  const { low, high, isOpen = false } = range
  const reachesBound = isOpen && !number.isOpen
  if (is === 'less') return (low ?? 0) <= 0 && (high === undefined || at < high || (at === high && !reachesBound))
  return is === 'exactly' || (high === undefined && low !== undefined && (at > low || (at === low && !reachesBound)))
}
