import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { NewEvent } from '../../../platform/contracts/event.ts'
import { guestChanged } from '../events.ts'
import { mayJoin, type Guest } from '../model/guest.ts'
import type { VisitFacts } from '../model/visit.ts'
import { listGuestsOf } from '../store/guests.ts'

/** The guests of these visits. */
export const gatherInvited = (db: AnyKysely, visits: readonly VisitFacts[]): Promise<readonly Guest[]> =>
  listGuestsOf(
    db,
    visits.map(({ appointmentId }) => appointmentId),
  )

/** Of a visit whose call is recorded, or is to be: each change of a seat may begin or end it, and a guest sees the mark. */
export const gatherListeners = (db: AnyKysely, visit: VisitFacts): Promise<readonly Guest[]> =>
  visit.recordingRequestId === null ? Promise.resolve([]) : gatherInvited(db, [visit])

/** A guest sees the visit and nothing else of the patient, so that they read it again, and do not learn why. */
export const notifyGuests = ({ appointmentId, practitionerId }: VisitFacts, guests: readonly Guest[]): NewEvent[] =>
  guests
    .filter((guest) => guest.appointmentId === appointmentId && mayJoin(guest))
    .map((guest) => guestChanged(guest, [practitionerId]))
