import type { PersonName, PersonNames } from './person-name.ts'
import { splitDisplayName } from './split-display-name.ts'

/** A practitioner's name in parts, as recorded; without a record, the parts of the display name. */
export const namesOfPractitioner = <
  Practitioner extends { readonly displayName: string; readonly name?: PersonName | undefined },
>(
  practitioner: Practitioner,
): PersonNames & Practitioner => ({
  ...practitioner,
  name: practitioner.name ?? splitDisplayName(practitioner.displayName),
})
