import { operation } from '../../../../platform/contracts/operation.ts'
import { advanceTogether } from '../../bookings/store/practitioner-loads.ts'
import { advanceBookings } from '../../bookings/store/open-appointments.ts'
import { appointmentBooked } from '../../events.ts'
import type { Appointment } from '../../kernel/model/appointment.ts'
import { missingCaptionerOf } from '../../kernel/model/missing-captioner.ts'
import { missingInterpreterOf, takesInterpreter } from '../../kernel/model/missing-interpreter.ts'
import { requireMinorConsent } from '../../kernel/model/sensitivity.ts'
import { presentAppointment } from '../../kernel/presenters/present-appointment.ts'
import { appointments } from '../../kernel/store/appointments.ts'
import { addRows, rowsOf } from '../../kernel/store/claimed-rows.ts'
import { takeTimes } from '../../kernel/store/take-times.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { occurrencesUnavailable } from '../../problems.ts'
import { requireApart } from '../model/require-apart.ts'
import { requireRoomFor } from '../model/require-room-for.ts'
import { readSeries } from '../workflows/read-series.ts'

/** Without holds: what is judged to be free is taken at once, or the database refuses and all of it is judged again. */
export const bookSeries = operation<SchedulingPorts>()('bookSeries', {
  gather: async ({ body }, ports, context) => {
    const starts = body.starts.map((start) => Date.parse(start))
    const series = await readSeries(ports, context, body, starts)
    const { caller } = context
    const summaries =
      caller.kind === 'member' ? await ports.directory.patientSummaries(context, [body.patientId]) : undefined
    return { ...series, starts, patientSummary: summaries?.get(body.patientId) }
  },

  decide: ({ body }, gathered, { caller, now, newId }) => {
    const {
      starts,
      type,
      calendar,
      patient,
      practitioner,
      patientSummary,
      open,
      policy,
      slots,
      state,
      sensitivity,
      occupantAt,
    } = gathered
    requireMinorConsent(body, sensitivity, patient, now)
    requireApart(type, starts)
    const judged = gathered.judgeAll(policy.offerMinutes)
    const faults = judged.flatMap((each, index) =>
      'reason' in each
        ? [{ pointer: `/starts/${index}`, code: each.reason, message: 'Must be a time that is free for this visit.' }]
        : [],
    )
    if (faults.length > 0) throw occurrencesUnavailable(faults)
    if (open) requireRoomFor(starts.length, open, policy.openAppointments, type.code)
    const seriesId = newId()
    const { reason, language, interpreterLanguage } = body
    const details = {
      ...(reason === undefined ? {} : { reason }),
      ...(language === undefined ? {} : { language }),
      ...(interpreterLanguage === undefined ? {} : { interpreterLanguage }),
      ...missingInterpreterOf(patient, interpreterLanguage !== undefined || takesInterpreter(type)),
      ...missingCaptionerOf(patient, type),
    }
    const visits = starts
      .flatMap((start, index) => {
        const each = judged[index]
        return each && 'chosen' in each ? [{ start, ...each.chosen }] : []
      })
      .sort((a, b) => a.start - b.start)
      .map(({ start, claims, seat }) => {
        const appointment: Appointment = {
          id: newId(),
          patientId: body.patientId,
          practitionerId: practitioner.id,
          visitTypeId: type.id,
          busyId: newId(),
          start: new Date(start),
          end: new Date(start + type.minutes * 60_000),
          status: 'booked',
          cancellationReason: null,
          sequence: 0,
          version: 1,
          updatedAt: now,
          stateCode: state,
          bookedAt: now,
          acceptedReasons: [],
          unsupportedReasons: [],
          overridden: false,
          answerBy: null,
          ...sensitivity,
          claims: claims.map(() => newId()),
          claimOwners: claims.map(({ ownerId }) => ownerId),
          seriesId,
        }
        const terms = { expiresAt: null, heldBy: null, occupant: occupantAt(start) ?? appointment.id }
        return { appointment, claiming: { ...appointment, seat }, terms }
      })
    const rows = visits.flatMap(({ claiming, terms }) =>
      rowsOf(claiming, type, terms, (id) => calendar.resource(id) !== undefined),
    )
    const parts = {
      type,
      practitioner,
      patient: patientSummary,
      isForMember: caller.kind === 'member',
      details,
      policy,
      owners: calendar.owners(now),
    }
    return {
      writes: [
        ...advanceTogether(gathered.loads, now),
        ...takeTimes(rows, now),
        ...visits.map(({ appointment }) => appointments.insert(appointment, details)),
        ...(open ? [advanceBookings(body.patientId, open.version)] : []),
      ],
      events: visits.map(({ appointment }) => appointmentBooked(appointment)),
      committed: () =>
        slots.apply(caller.organizationId, (memory) => {
          for (const { claiming, terms } of visits) addRows(memory, claiming, type, terms)
        }),
      answer: {
        status: 201,
        headers: { location: `/v1/appointments?patientId=${body.patientId}` },
        body: {
          id: seriesId,
          patientId: body.patientId,
          appointments: visits.map(({ appointment }) => presentAppointment(appointment, parts)),
        },
      },
    }
  },
})
