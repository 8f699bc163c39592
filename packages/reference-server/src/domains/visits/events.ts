import type { Keeping } from '../../platform/contracts/context.ts'
import type { NewEvent } from '../../platform/contracts/event.ts'
import type { Seat } from './model/seat.ts'
import type { VisitFacts } from './model/visit.ts'
import { waitingPatients } from './store/live-visits.ts'

/** What this domain tells: ids, codes, times and versions. README.md lists the payloads. */

export const visitTold = (
  fact: 'checked-in' | 'changed' | 'admitted' | 'started' | 'ended' | 'consent-revoked' | 'presence-changed',
  visit: VisitFacts,
  more: NewEvent['data'] = {},
): NewEvent => ({
  type: `visits.${fact}`,
  data: {
    visitId: visit.id,
    appointmentId: visit.appointmentId,
    patientId: visit.patientId,
    practitionerId: visit.practitionerId,
    seenBy: visit.seenBy,
    version: visit.version,
    ...more,
  },
})

export const seatTold = (fact: 'seat-taken' | 'seat-left', visit: VisitFacts, seat: Seat): NewEvent => ({
  type: `visits.${fact}`,
  data: {
    visitId: visit.id,
    appointmentId: visit.appointmentId,
    patientId: visit.patientId,
    practitionerId: visit.practitionerId,
    seenBy: visit.seenBy,
    seatId: seat.id,
    role: seat.role,
  },
})

/** Tells everyone who waits for this practitioner that their place or their wait may have changed. */
export const tellLine = async (
  { tx, emit }: Pick<Keeping, 'tx' | 'emit'>,
  practitionerId: string,
  told: { readonly paused?: boolean } = {},
): Promise<void> => {
  const type = told.paused === undefined ? 'visits.queue-moved' : 'visits.queue-paused'
  await emit({ type, data: { practitionerId, patientIds: await waitingPatients(tx, practitionerId), ...told } })
}

/** The same, when it is known by now who waits. */
export const lineMoved = (practitionerId: string, patientIds: readonly string[]): NewEvent => ({
  type: 'visits.queue-moved',
  data: { practitionerId, patientIds },
})
