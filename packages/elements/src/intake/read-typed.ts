import type { AnswerValue } from '@visitkit/sdk'
import type { Item } from './is-condition-met.ts'

/** Replaces digits of other scripts and the decimal comma by the server's format. */
const plainNumber = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf)).replace(/[,\u066b]/, '.')

/** The input as a value of the question's type; null when it is not valid. */
export const readTyped = ({ type }: Item, typed: string): AnswerValue | null => {
  const text = typed.trim()
  const number = plainNumber(text)
  if (type === 'integer') return /^-?\d{1,9}$/.test(number) ? { integer: Number(number) } : null
  if (type === 'decimal') return /^-?\d{1,9}(\.\d{1,6})?$/.test(number) ? { decimal: Number(number) } : null
  if (type === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(text) ? { date: text } : null
  return text === '' ? null : { text: typed }
}
