import type { PluralMessage } from '../core/message-types.ts'

const visits = {
  zero: 'لا زيارات',
  one: 'زيارة واحدة',
  two: 'زيارتان',
  few: '{count} زيارات',
  many: '{count} زيارة',
  other: '{count} زيارة',
}
/** A sentence with each form of a number of visits. */
export const formsOf = (text: (count: string) => string): Required<PluralMessage> => ({
  zero: text(visits.zero),
  one: text(visits.one),
  two: text(visits.two),
  few: text(visits.few),
  many: text(visits.many),
  other: text(visits.other),
})
