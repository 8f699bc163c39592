import { operation } from '../../../../platform/contracts/operation.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { ReadContext } from '../../../../platform/contracts/context.ts'
import { isUuid } from '../../../../platform/database/ids/require-uuid.ts'
import { requireSelfService } from '../../bookings/model/appointment-request.ts'
import { requireOneMore } from '../../bookings/model/open-appointments.ts'
import { gatherOpenAppointments } from '../../bookings/workflows/gather-open-appointments.ts'
import { requireState } from '../../bookings/workflows/require-state.ts'
import { waitlistChanged } from '../../events.ts'
import { changeTerms, requireChangeable, type Appointment } from '../../kernel/model/appointment.ts'
import { requireSomeone } from '../../kernel/model/require-someone.ts'
import { readAppointment } from '../../kernel/store/appointments.ts'
import { consenting, isWithheldFromOthers, requireMinorConsent, sensitivityOf } from '../../kernel/model/sensitivity.ts'
import type { VisitType } from '../../kernel/store/visit-types.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { alreadyWaiting, tooManyWaitlistEntries } from '../model/waitlist-problems.ts'
import { invalidRequest, requireCurrentRecord, slotUnavailable } from '../../problems.ts'
import { isPlain } from '../../resources/workflows/choose-claims.ts'
import { joinLine } from '../model/waitlist-entry.ts'
import { waitingPeriod } from '../model/waiting-period.ts'
import { advanceJoins, insertEntry, readJoins } from '../store/waitlist-entries.ts'
import { readEntryPresenter } from '../workflows/read-entry-presenter.ts'

/** What becomes free is one practitioner's time. */
const requirePlain = (type: VisitType): void => {
  if (!isPlain(type, { interpreterLanguage: undefined }))
    throw invalidRequest([
      {
        pointer: '/visitTypeId',
        code: 'wrong_value',
        message: 'Must be a visit of one patient with one practitioner, without a room, interpreter or equipment.',
      },
    ])
}

const consentIsOfAppointment = () =>
  invalidRequest([
    {
      pointer: '/minorConsentsAlone',
      code: 'contradictory',
      message: 'Must be left out with appointmentId: a visit that moves stays as it was booked.',
    },
  ])

export const joinWaitlist = operation<SchedulingPorts>()('joinWaitlist', {
  gather: async ({ body }, ports, context) => {
    const { directory, slots, policy, minorConsent } = ports
    const { patientId, visitTypeId, practitionerId } = body
    const calendar = await slots.calendarKnowing(context, { visitTypeId, practitionerId })
    const type = calendar.visitType(visitTypeId)
    if (!type) throw notFound('visit_type_unknown')
    if (!type.active) throw slotUnavailable('visit_type_retired')
    requireSelfService(type, context.access.reach, true)
    requirePlain(type)
    if (practitionerId !== undefined && !(isUuid(practitionerId) && calendar.practitioner(practitionerId)))
      throw notFound('practitioner_unknown')
    if (body.state !== undefined) requireState(body.state, '/state')
    await directory.actingFor(context, patientId, 'schedule')
    const [patient, { zone }, appointment] = await Promise.all([
      directory.patient(context, patientId),
      directory.organization(context),
      body.appointmentId === undefined ? undefined : readMoved(context, body.appointmentId, body),
    ])
    if (appointment && body.minorConsentsAlone === true) throw consentIsOfAppointment()
    if (!appointment) requireCurrentRecord(patient)
    if (appointment) requireChangeable(appointment, changeTerms(type, policy, context.access.reach), context.now)
    const open = appointment ? null : await gatherOpenAppointments(context, patientId, type.id)
    if (open) requireOneMore(open, policy.openAppointments, type.code)
    const stateCode = body.state ?? appointment?.stateCode ?? patient.state
    const consent = consenting(context, patient, stateCode, body.minorConsentsAlone)
    const { sensitivity, consentedByMinor } = appointment ?? sensitivityOf(type, consent, minorConsent, context.now)
    // Who could not see it afterwards does not wait for it.
    if (isWithheldFromOthers({ sensitivity, consentedByMinor }))
      await directory.actingFor(context, patientId, 'sensitive')
    const practitioners = calendar.candidates(context.now).map(({ practitioner }) => practitioner)
    requireSomeone(
      practitionerId === undefined ? practitioners : practitioners.filter(({ id }) => id === practitionerId),
      type,
      { state: stateCode, language: body.language },
    )
    const period = waitingPeriod(body, type, patient, zone, context.now)
    const asked = {
      patientId,
      visitTypeId,
      practitionerId: practitionerId ?? null,
      ...period,
      weekdays: body.weekdays ? [...new Set(body.weekdays)] : null,
      dayParts: body.dayParts ? [...new Set(body.dayParts)] : null,
      language: body.language ?? null,
      stateCode,
      zone: patient.zone,
      appointmentId: appointment?.id ?? null,
      ...{ sensitivity, consentedByMinor },
    }
    const [joins, present] = await Promise.all([
      readJoins(context.db, asked),
      readEntryPresenter(ports, context, { patientIds: [patientId], practitionerIds: [asked.practitionerId] }),
    ])
    return { joins, limit: policy.waitlist.entriesPerPatient, asked, patient, present }
  },

  decide: ({ body }, { joins, limit, asked, patient, present }, { newId, now }) => {
    requireMinorConsent(body, asked, patient, now)
    if (joins.hasSame) throw alreadyWaiting()
    if (joins.open >= limit) throw tooManyWaitlistEntries(limit)
    const entry = joinLine(newId(), asked, now)
    return {
      writes: [advanceJoins(entry.patientId, joins.version), insertEntry(entry)],
      events: [waitlistChanged(entry)],
      answer: { status: 201, headers: { location: `/v1/waitlist/${entry.id}` }, body: present(entry) },
    }
  },
})

const readMoved = async (
  context: ReadContext,
  appointmentId: string,
  body: { readonly patientId: string; readonly visitTypeId: string },
): Promise<Appointment> => {
  const appointment = await readAppointment(context.db, context, appointmentId)
  const wrong = (['patientId', 'visitTypeId'] as const).find((property) => appointment[property] !== body[property])
  if (wrong !== undefined)
    throw invalidRequest([{ pointer: `/${wrong}`, code: 'wrong_value', message: 'Must be that of the appointment.' }])
  return appointment
}
