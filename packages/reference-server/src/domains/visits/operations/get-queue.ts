import type { components } from '@visitkit/contract'
import { operation } from '../../../platform/contracts/operation.ts'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import { byTurn } from '../model/queue-position.ts'
import { readinessOf } from '../model/readiness.ts'
import { stateOf, type Visit } from '../model/visit.ts'
import type { VisitAppointment, VisitsContext } from '../ports.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { isPaused } from '../store/queues.ts'
import { decryptQueue } from '../store/live-visits.ts'
import { isPresent, queuedPatientOf } from '../workflows/queue-of.ts'
import { withoutSpoken } from '../workflows/gather-consents.ts'
import { gatherPractitioner, type LoadedVisit } from '../workflows/gather-visit.ts'
import { presentPractitionerSummary } from '../presenters/present-practitioner-summary.ts'

/** Late patients stay in the list of expected patients for this long. Milliseconds. */
const lateBy = 2 * 3_600_000
/** Before midnight, visits of the next day that begin within this time are expected too. Milliseconds. */
const soon = 2 * 3_600_000

export const getQueue = operation<VisitsContext>()('getQueue', {
  gather: async ({ path }, ports, context) => {
    const practitionerId = requireUuid(path.practitionerId)
    const treating = await gatherPractitioner(ports, context, practitionerId)
    context.access.requireOwner([practitionerId])
    const from = new Date(context.now.getTime() - lateBy)
    const today = endOfDay(context.now, treating.practitioner.zone)
    const to = new Date(Math.max(today.getTime(), context.now.getTime() + soon))
    const [{ visits, seenAt }, booked, paused] = await Promise.all([
      decryptQueue(context.db, context, practitionerId),
      ports.scheduling.appointments(context, { practitionerId, from, to, status: 'booked' }),
      isPaused(context.db, practitionerId),
    ])
    const checkedIn = new Set(visits.map(({ appointmentId }) => appointmentId))
    // Scheduling receives the check-in event a moment after this domain.
    const expected = booked.filter(({ id }) => !checkedIn.has(id))
    const patients = await ports.directory.patientSummaries(context, [
      ...new Set([...visits, ...expected].map(({ patientId }) => patientId)),
    ])
    const present = new Set(
      visits.flatMap(({ id }) =>
        isPresent(ports, id, seenAt.get(id) ?? null, context.now, ports.policy.presentSeconds) ? [id] : [],
      ),
    )
    const [readiness, answered, reasons] = await Promise.all([
      gatherReadiness(ports, context, visits),
      ports.intake.statusesOf(
        context,
        expected.map(({ id, type }) => ({ appointmentId: id, questionnaires: type.questionnaires })),
      ),
      ports.scheduling.reasons(context, [
        ...visits.map(({ appointmentId }) => appointmentId),
        ...expected.map(({ id }) => id),
      ]),
    ])
    return { ...treating, visits, expected, paused, patients, present, answered, reasons, ...readiness }
  },
  read: async (_, gathered, { caller, now }, { presence }) => {
    const { practitioner, visits, expected, paused, patients } = gathered
    // Reading one's own queue marks the practitioner as present.
    if (caller.practitionerId === practitioner.id)
      presence.record(caller.organizationId, 'practitioner', practitioner.id, now)
    const inTurn = visits.toSorted(
      (left, right) =>
        Number(left.status === 'waiting') - Number(right.status === 'waiting') ||
        byTurn(queuedPatientOf(left), queuedPatientOf(right)),
    )
    return {
      status: 200,
      body: {
        items: inTurn.flatMap((visit) => {
          const patient = patients.get(visit.patientId)
          return patient ? [entryOf(visit, patient, gathered)] : []
        }),
        paused,
        expected: expected.flatMap((appointment) => {
          const patient = patients.get(appointment.patientId)
          return patient ? [expectedOf(appointment, patient, gathered)] : []
        }),
      },
    }
  },
})

/** The missing requirements of each visit. */
const gatherReadiness = async (ports: VisitsContext, context: ReadContext, visits: readonly Visit[]) => {
  const [intakes, ofEach] = await Promise.all([
    ports.intake.statusesOf(context, visits),
    ports.consent.currentOfEach(
      context,
      visits.map(({ patientId, requiredConsents }) => ({ patientId, purposes: requiredConsents })),
    ),
  ])
  // What the button to admit will say, the queue says before.
  const consents = await Promise.all(
    visits.map(async (visit) => {
      const standings = ofEach.get(visit.patientId) ?? new Map()
      return [visit.id, await withoutSpoken(ports, context, visit, standings)] as const
    }),
  )
  return { intakes, consents: new Map(consents) }
}

type LoadedQueue = Pick<LoadedVisit, 'practitioner' | 'isLicensed'> &
  Awaited<ReturnType<typeof gatherReadiness>> & {
    readonly present: ReadonlySet<string>
    /** The intake of those who are expected. */
    readonly answered: Awaited<ReturnType<typeof gatherReadiness>>['intakes']
    readonly reasons: ReadonlyMap<string, string>
  }
type Schemas = components['schemas']

const entryOf = (
  visit: Visit,
  patient: Schemas['PatientSummary'],
  { isLicensed, intakes, consents, present, reasons }: LoadedQueue,
): Schemas['QueueEntry'] => {
  const intake = intakes.get(visit.appointmentId)
  const reason = reasons.get(visit.appointmentId)
  const safeguards = { consents: consents.get(visit.id) ?? new Map(), isLicensed }
  return {
    visitId: visit.id,
    appointmentId: visit.appointmentId,
    patientId: visit.patientId,
    patient,
    practitionerId: visit.practitionerId,
    status: visit.status,
    visitTypeName: visit.details.visitTypeName,
    appointmentStart: visit.appointmentStart.toISOString(),
    waitingSince: visit.checkedInAt.toISOString(),
    readiness: readinessOf(visit, stateOf(visit), safeguards, intake?.status ?? 'not-required'),
    alerts: [...(intake?.emergencies ?? [])],
    ...(reason !== undefined && { reason }),
    present: present.has(visit.id),
  }
}

const expectedOf = (
  appointment: VisitAppointment,
  patient: Schemas['PatientSummary'],
  { practitioner, isLicensed, answered, reasons }: LoadedQueue,
): Schemas['ExpectedAppointment'] => {
  const { type, start, unsupportedReasons } = appointment
  const reason = reasons.get(appointment.id)
  const isSupported = unsupportedReasons.length === 0
  const noticeMs = isSupported ? type.cancellationNoticeMinutes * 60_000 : 0
  return {
    id: appointment.id,
    patientId: appointment.patientId,
    patient,
    practitioner: presentPractitionerSummary(practitioner, isLicensed),
    visitTypeId: appointment.visitTypeId,
    visitTypeName: type.name,
    specialty: type.specialty,
    modality: type.modality,
    requiredConsents: [...type.requiredConsents],
    questionnaires: [...type.questionnaires],
    start: start.toISOString(),
    end: appointment.end.toISOString(),
    status: appointment.status,
    support: { status: isSupported ? 'supported' : 'unsupported', reasons: [...unsupportedReasons] },
    changeableUntil: new Date(start.getTime() - noticeMs).toISOString(),
    checkInFrom: appointment.checkInFrom.toISOString(),
    ...(reason !== undefined && { reason }),
    alerts: [...(answered.get(appointment.id)?.emergencies ?? [])],
    version: appointment.version,
  }
}

/** The next midnight in the practitioner's time zone. */
const endOfDay = (now: Date, zone: string): Date =>
  new Date(
    Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).add({ days: 1 }).startOfDay()
      .epochMilliseconds,
  )
