import { isDeepStrictEqual } from 'node:util'
import type { RequestContext } from '../../../platform/contracts/context.ts'
import { locationOf, type CheckIn, type ReportedLocation, type Visit } from '../model/visit.ts'

type Contact = Pick<CheckIn, 'emergencyContact' | 'noEmergencyContact'>

/** Of a contact and a reason for none, the contact. */
const contactOf = ({ emergencyContact, noEmergencyContact }: Contact): Contact =>
  emergencyContact ? { emergencyContact } : noEmergencyContact ? { noEmergencyContact } : {}

/** The reported location of the patient, with its time and source. What it does not say about the emergency contact stays as it was. */
export const reportedLocation = (
  given: CheckIn,
  acting: { readonly as: 'patient' | 'proxy' | 'staff' },
  { caller, now }: Pick<RequestContext, 'caller' | 'now'>,
  before: Contact = {},
): ReportedLocation => {
  const { emergencyContact, noEmergencyContact, ...place } = given
  return {
    ...place,
    ...contactOf(emergencyContact || noEmergencyContact ? given : before),
    at: now.toISOString(),
    byKind: acting.as === 'staff' ? 'member' : acting.as,
    byId: caller.personId,
  }
}

/** The same person reported the same location before. */
export const isSameLocation = (visit: Visit, reported: ReportedLocation): boolean =>
  isDeepStrictEqual({ ...locationOf(visit), at: '' }, { ...reported, at: '' })
