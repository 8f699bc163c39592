import type { ListCareParticipants } from '../../platform/care/care-ports.ts'
import type { Database } from '../../platform/contracts/database.ts'
import type { ReadContext } from '../../platform/contracts/context.ts'
import type { UnitOfWork } from '../../platform/contracts/unit-of-work.ts'
import type { Vault } from '../../platform/contracts/vault.ts'
import type { SessionPerson } from '../../platform/identity/begin-session.ts'
import { isOver, type Guest } from './model/guest.ts'
import type { StoredReport } from './model/held-report.ts'
import { isHeld, isOfPatient } from './model/seat.ts'
import { visitForRecord, type VisitForRecord } from './model/visit-for-record.ts'
import type { DeliverSignal, VisitsPorts } from './ports.ts'
import { noSeat, signalTooLarge } from './problems.ts'
import { listVisitCareParticipants } from './store/care-participants.ts'
import { decryptGuest, findGuest, listGuestsById } from './store/guests.ts'
import { listVisitsOfAppointments } from './store/records-of-visits.ts'
import { findHeldReport } from './store/held-reports.ts'
import { listPresent } from './store/presences.ts'
import { listSeatsByVisit } from './store/seats.ts'
import {
  decryptVisit,
  readEncryptedVisit,
  readEncryptedVisitOfAppointment,
  type EncryptedVisit,
} from './store/visits.ts'
import { createRedeemGuestCode } from './workflows/redeem-guest-code.ts'

/** What the platform and downstream domains can use. */
export interface VisitsProvides {
  /** Decrypts the visit and records the access. Throws `not_found`, also for a visit that is not accessible to the caller. */
  visit(context: ReadContext, visitId: string): Promise<VisitForRecord>
  /** The same by appointment. Throws `not_found` also before check-in. */
  visitOfAppointment(context: ReadContext, appointmentId: string): Promise<VisitForRecord>
  /**
   * Relays one browser's signal to the others in its room. Only between seats that are occupied now, and only from the session that took
   * the seat. The server sets the sender and ignores the one in the message. Throws `no_seat` or `signal_too_large`.
   */
  readonly deliverSignal: DeliverSignal
  /** Those of the visits whose waiting room is open on the patient's screen. Decrypts nothing and records no access. */
  openWaitingRooms(context: Pick<ReadContext, 'caller'>, visitIds: readonly string[]): Promise<ReadonlySet<string>>
  /**
   * Whether the patient was called in and is not in the room. Decrypts nothing and records no access. Throws `not_found`, also for a visit
   * that is not accessible to the caller.
   */
  isPatientAwaited(context: ReadContext, visitId: string): Promise<boolean>
  /** Uses the code of a guest, once, on the record. Throws the problems of invitations. */
  readonly redeemGuestCode: (
    context: ReadContext,
    given: { readonly secret: string; readonly name: string },
  ) => Promise<SessionPerson>
  /** For a session that is renewed. Null when it is over for the guest. */
  refreshGuest(organizationId: string, guestId: string, now: Date): Promise<SessionPerson | null>
  /** The names of those guests who were invited to visits of these patients, by id. Decrypts each, and records the access. */
  guestNames(
    context: ReadContext,
    guestIds: readonly string[],
    patientIds: readonly string[],
  ): Promise<ReadonlyMap<string, string>>
  /** The visits of these appointments; with a practitioner, those that they held. In their order. Decrypts nothing. */
  visitsOfAppointments(
    organizationId: string,
    appointmentIds: readonly string[],
    practitionerId?: string,
  ): Promise<readonly string[]>
  /** A report of a video vendor that did not fit, decrypted; null if it is no longer there. */
  heldReport(context: ReadContext, reportId: string): Promise<StoredReport | null>
  /** Practitioners with a relationship to these patients, as known to this domain. Decrypts nothing and records no access. */
  readonly listCareParticipants: ListCareParticipants
}

const largest = 16 * 1024

export const visitsProvides = ({
  database,
  vault,
  unitOfWork,
  ports,
}: {
  readonly database: Pick<Database, 'reader'>
  readonly vault: Vault
  readonly unitOfWork: UnitOfWork
  readonly ports: Pick<VisitsPorts, 'scheduling' | 'signals'>
}): VisitsProvides => {
  const readerOf = (organizationId: string) => database.reader({ domain: 'visits', organizationId })
  const redeemGuestCode = createRedeemGuestCode({ readerOf, vault, unitOfWork })
  const forRecord = async (context: ReadContext, stored: EncryptedVisit): Promise<VisitForRecord> => {
    const visit = await decryptVisit(readerOf(context.caller.organizationId), context, stored)
    const type = visit.details.visitType ?? (await ports.scheduling.appointment(context, visit.appointmentId)).type
    return visitForRecord(visit, type)
  }
  return {
    visit: async (context, visitId) =>
      forRecord(context, await readEncryptedVisit(readerOf(context.caller.organizationId), context, visitId)),
    visitOfAppointment: async (context, appointmentId) => {
      const db = readerOf(context.caller.organizationId)
      return forRecord(context, await readEncryptedVisitOfAppointment(db, context, appointmentId))
    },
    heldReport: (context, reportId) => findHeldReport(readerOf(context.caller.organizationId), context, reportId),
    openWaitingRooms: ({ caller }, visitIds) => listPresent(readerOf(caller.organizationId), visitIds),
    isPatientAwaited: async (context, visitId) => {
      const db = readerOf(context.caller.organizationId)
      const { status } = await readEncryptedVisit(db, context, visitId)
      return status === 'admitted' && !(await listSeatsByVisit(db, visitId)).some(isOfPatient)
    },
    redeemGuestCode: async (context, given) => sessionPersonOf(await redeemGuestCode(context, given)),
    refreshGuest: async (organizationId, guestId, now) => {
      const guest = await findGuest(readerOf(organizationId), guestId)
      return guest === null || isOver(guest, now) ? null : sessionPersonOf(guest)
    },
    guestNames: async (context, guestIds, patientIds) => {
      const db = readerOf(context.caller.organizationId)
      const stored = (await listGuestsById(db, [...new Set(guestIds)])).filter(({ patientId }) =>
        patientIds.includes(patientId),
      )
      const guests = await Promise.all(stored.map((guest) => decryptGuest(db, context, guest)))
      return new Map(guests.map(({ id, details }) => [id, details.ownName ?? details.name]))
    },
    visitsOfAppointments: (organizationId, appointmentIds, practitionerId) =>
      listVisitsOfAppointments(readerOf(organizationId), appointmentIds, practitionerId),
    listCareParticipants: (organizationId, patientIds, since) =>
      listVisitCareParticipants(readerOf(organizationId), patientIds, since),
    deliverSignal: async (caller, visitId, to, data) => {
      if (Buffer.byteLength(JSON.stringify(data) ?? '') > largest) throw signalTooLarge()
      const { organizationId, sessionId } = caller
      const seats = (await listSeatsByVisit(readerOf(organizationId), visitId)).filter(isHeld)
      const from = seats.find((seat) => seat.sessionId === sessionId && seat.personId === caller.personId)
      if (from === undefined) throw noSeat()
      // A person who has just left is not an error: ICE candidates are still in transit to them.
      const recipients = seats.filter(({ id }) => id !== from.id && (to === null || id === to))
      if (recipients.length === 0) return
      const audience = recipients.map((seat) => `session:${seat.sessionId}`)
      await ports.signals.send({ organizationId, visitId, from: from.id, audience, data })
    },
  }
}

/** The patient bounds what the session reaches; its role allows the operations of a guest, which name no visit. */
const sessionPersonOf = ({ id, patientId }: Guest): SessionPerson => ({
  kind: 'guest',
  personId: id,
  roles: ['guest'],
  patientIds: [patientId],
  practitionerId: null,
})
