import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { KnownGuest } from '../model/guest.ts'
import { ownersOf } from '../model/visit.ts'
import type { VisitsContext } from '../ports.ts'
import { decryptGuest, readGuest } from '../store/guests.ts'
import { findVisitOfAppointment, type SeatedVisit } from '../store/visit-and-seats.ts'
import type { EncryptedVisit } from '../store/visits.ts'

export interface LoadedGuest {
  readonly guest: KnownGuest
  /** The visit of the guest's appointment with its seats; null before check-in. */
  readonly seated: SeatedVisit<EncryptedVisit> | null
}

/** A guest for a caller who decides about them: the patient's side, or the practitioners of the visit. */
export const gatherGuest = async (
  ports: VisitsContext,
  context: ReadContext,
  guestId: string,
): Promise<LoadedGuest> => {
  const stored = await readGuest(context.db, context, guestId)
  const seated = await findVisitOfAppointment(context.db, context, stored.appointmentId)
  context.access.requireOwner(ownersOfGuest(stored.practitionerId, seated))
  await ports.directory.actingFor(context, stored.patientId, 'visit')
  return { guest: await decryptGuest(context.db, context, stored), seated }
}

/** The practitioner who was booked, and the one who admitted the patient. */
export const ownersOfGuest = (practitionerId: string, seated: LoadedGuest['seated']): string[] => [
  ...new Set([practitionerId, ...(seated === null ? [] : ownersOf(seated.visit))]),
]
