import { unknownReference } from '../../problems.ts'
import type { Specialties } from '../../kernel/model/specialty-pack.ts'

/** Refuses a visit type whose further practitioners have a specialty that no pack has. */
export const requireKnownSpecialties = (
  { additionalPractitioners = [] }: { readonly additionalPractitioners?: readonly { readonly specialty: string }[] },
  specialties: Specialties,
): void => {
  for (const [index, { specialty }] of additionalPractitioners.entries())
    if (!specialties.has(specialty))
      throw unknownReference(
        `/additionalPractitioners/${index}/specialty`,
        'Must be the code of a specialty pack. Add a folder to packs/specialty for a new one.',
      )
}
