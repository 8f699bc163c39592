import type { RecordSection } from '../model/record.ts'
import type { Render } from './readable-entry.ts'
import { sectionsOfAccount } from './sections-of-account.ts'
import { sectionsOfCare } from './sections-of-care.ts'
import { sectionsOfPerson } from './sections-of-person.ts'

/** How each section reads. What is not in here in every detail is in `record.json`. */
export const readableSections: Readonly<Record<RecordSection, Render>> = {
  ...sectionsOfPerson,
  ...sectionsOfCare,
  ...sectionsOfAccount,
}
