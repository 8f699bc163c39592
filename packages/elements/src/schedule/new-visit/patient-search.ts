import type { SearchPatients } from '@visitkit/sdk'

/** What staff typed: a birth date as `YYYY-MM-DD`, a record number if it has a digit, else a family name. */
export const searchOf = (text: string): SearchPatients => {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { birthDate: text }
  return /\d/.test(text) ? { recordNumber: text } : { family: text }
}
