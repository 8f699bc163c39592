import { problemOfMisfit } from '../../problems.ts'
import type { PractitionerFacts } from './practitioner.ts'
import { practitionerExclusion, type PractitionerExclusion, type Wanted } from './start-bounds.ts'
import type { VisitShape } from './visit-type.ts'

/** Refuses a wish that none of these practitioners can meet, whatever the time: nothing would ever be offered. */
export const requireSomeone = (
  practitioners: readonly PractitionerFacts[],
  type: VisitShape,
  wanted: Pick<Wanted, 'language' | 'state'>,
): void => {
  let misfit: PractitionerExclusion = 'specialty'
  for (const practitioner of practitioners) {
    const exclusion = practitionerExclusion(practitioner, type, wanted)
    if (exclusion === null) return
    if (exclusion !== 'specialty') misfit = exclusion
  }
  throw problemOfMisfit(misfit)
}
