import type { FieldWriter } from './x12/field-writer.ts'
import { writeAmount } from './x12/amount.ts'

/** An amount as it is written: whole cents, not negative, at most ten digits. */
export const amount = (cents: number, pointer: string, fields: FieldWriter): string => {
  if (Number.isSafeInteger(cents) && cents >= 0 && cents <= 9_999_999_999) return writeAmount(cents)
  fields.fault(pointer, 'malformed')
  return ''
}
