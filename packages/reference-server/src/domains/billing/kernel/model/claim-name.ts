import { nameInLatin } from '../../../../platform/names/name-in-latin.ts'
import type { PersonName, PersonNames } from '../../../../platform/names/person-name.ts'
import { namesOfPractitioner } from '../../../../platform/names/names-of-practitioner.ts'
import type { PersonName as ClaimName } from './claim.ts'

/** The parts of a name on a claim. A single name becomes the last name. */
export const claimName = ({ given, middle = [], family, suffix = '' }: PersonName): ClaimName => {
  const [last, first] = family.trim() === '' ? [given.trim(), ''] : [family.trim(), given.trim()]
  return {
    last,
    first: first === '' ? null : first,
    middle: middle.length === 0 ? null : middleOf(middle),
    suffix: suffix === '' ? null : suffix,
  }
}

/** NM105 holds 25 characters: more names than that are sent as initials. */
const middleOf = (names: readonly string[]): string => {
  const all = names.join(' ')
  return all.length <= 25 ? all : names.map((name) => name.slice(0, 1)).join(' ')
}

/** The patient's name as the insurance card writes it; without it, the patient's own in Latin letters, which are all that X12 carries. */
export const claimNameOfPatient = (patient: PersonNames, nameOnCard: PersonName | null): ClaimName =>
  claimName(nameInLatin(nameOnCard === null ? patient : { name: nameOnCard }))

export const claimNameOfPractitioner = (practitioner: Parameters<typeof namesOfPractitioner>[0]): ClaimName =>
  claimName(nameInLatin(namesOfPractitioner(practitioner)))
