import type { Messages } from './message-types.ts'

/** Texts of every field in which staff search for a patient. */
export const patientSearchEn = {
  hint: 'Name or its first three letters, date of birth such as {example}, record number, or telephone number.',
  replaced: 'Replaced by another record',
  'fault_short-year': 'Date of birth: write the year with four digits, such as {example}.',
  'fault_no-such-day': 'Date of birth: there is no {typed}. Write the day as in {example}.',
} as const satisfies Messages
