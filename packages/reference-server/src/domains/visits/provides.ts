import type { CarersOf } from '../../platform/care/care-ports.ts'
import { notFound } from '../../platform/problems/problem.ts'
import type { Database } from '../../platform/contracts/database.ts'
import type { ReadContext } from '../../platform/contracts/context.ts'
import { isHeld } from './model/seat.ts'
import type { Visit } from './model/visit.ts'
import { visitForRecord, type VisitForRecord } from './model/visit-for-record.ts'
import type { DeliverSignal, VisitsPorts } from './ports.ts'
import { noSeat, signalTooLarge } from './problems.ts'
import { visitCarers } from './store/caregivers.ts'
import { listSeatsByVisit } from './store/seats.ts'
import { findVisitByAppointment, readVisit } from './store/visits.ts'

/** What the platform and the domains after visits may ask. */
export interface VisitsProvides {
  /** Opens the visit and notes the access. Throws `not_found`, also beyond the caller's reach. */
  visit(context: ReadContext, visitId: string): Promise<VisitForRecord>
  /** The same by its appointment. Throws `not_found` also while nobody has checked in to it. */
  visitOfAppointment(context: ReadContext, appointmentId: string): Promise<VisitForRecord>
  /**
   * Hands what one browser says to the others of its room. Only between seats that are held now, and only from the session that took the
   * seat; the sender is stamped here, whatever the message claims. Throws `no_seat` or `signal_too_large`.
   */
  readonly deliverSignal: DeliverSignal
  /** Who cares for these patients, as far as is known here. Opens nothing and notes no access. */
  readonly carersOf: CarersOf
}

const largest = 16 * 1024

export const visitsProvides = (
  database: Pick<Database, 'reader'>,
  ports: Pick<VisitsPorts, 'scheduling' | 'signals'>,
): VisitsProvides => {
  const readerOf = (organizationId: string) => database.reader({ domain: 'visits', organizationId })
  const forRecord = async (context: ReadContext, visit: Visit): Promise<VisitForRecord> => {
    const type = visit.details.visitType ?? (await ports.scheduling.appointment(context, visit.appointmentId)).type
    return visitForRecord(visit, type)
  }
  return {
    visit: async (context, visitId) =>
      forRecord(context, await readVisit(readerOf(context.caller.organizationId), context, visitId)),
    visitOfAppointment: async (context, appointmentId) => {
      const db = readerOf(context.caller.organizationId)
      const visit = await findVisitByAppointment(db, context, appointmentId)
      if (visit === null) throw notFound('visit unknown')
      return forRecord(context, visit)
    },
    carersOf: (organizationId, patientIds, since) => visitCarers(readerOf(organizationId), patientIds, since),
    deliverSignal: async (caller, visitId, to, data) => {
      if (Buffer.byteLength(JSON.stringify(data) ?? '') > largest) throw signalTooLarge()
      const { organizationId, sessionId } = caller
      const seats = (await listSeatsByVisit(readerOf(organizationId), visitId)).filter(isHeld)
      const from = seats.find((seat) => seat.sessionId === sessionId && seat.personId === caller.personId)
      if (from === undefined) throw noSeat()
      // Anyone who has just left is no error: candidates are still under way to them.
      const hearers = seats.filter(({ id }) => id !== from.id && (to === null || id === to))
      if (hearers.length === 0) return
      const audience = hearers.map((seat) => `session:${seat.sessionId}`)
      await ports.signals.send({ organizationId, visitId, from: from.id, audience, data })
    },
  }
}
