import { operation } from '../../../../platform/contracts/operation.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import { appointmentBooked, onDemandChanged } from '../../events.ts'
import { busyRange } from '../../kernel/model/hold.ts'
import { missingCaptionerOf } from '../../kernel/model/missing-captioner.ts'
import { missingInterpreterOf, takesInterpreter } from '../../kernel/model/missing-interpreter.ts'
import { meetsOtherVisit, misfitOf } from '../../kernel/model/start-bounds.ts'
import { presentAppointment } from '../../kernel/presenters/present-appointment.ts'
import { appointments, listOtherVisits } from '../../kernel/store/appointments.ts'
import { takeTime } from '../../kernel/store/busy.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { patientBusy, problemOfMisfit } from '../../problems.ts'
import { practitionerBusy } from '../model/on-demand-problems.ts'
import { nextStart, takeRequest } from '../model/on-demand-request.ts'
import { decryptRequest, readRequest, requests } from '../store/on-demand-requests.ts'
import { requireOwnPractitioner } from '../workflows/require-own-practitioner.ts'

/**
 * An appointment with the caller that begins with the next five minutes. Hours and notice do not apply: the practitioner is there. The version
 * of the request decides between two practitioners, the exclusion constraint between two requests of one.
 */
export const takeOnDemand = operation<SchedulingPorts>()('takeOnDemand', {
  gather: async ({ path: { requestId } }, { directory, slots, policy }, context) => {
    const { db, now } = context
    const calendar = await slots.calendar(context)
    const practitioner = requireOwnPractitioner(calendar, context)
    const request = await readRequest(db, context, requestId)
    const { patientId, stateCode, language } = request
    const type = calendar.visitType(request.visitTypeId)
    const summary = calendar.summary(practitioner.id, now)
    if (!type || !summary) throw notFound('on_demand_request_unknown')
    const start = nextStart(now).getTime()
    const patient = await directory.patient(context, patientId)
    const wanted = { patient, state: stateCode, language: language ?? undefined }
    const misfit = misfitOf(practitioner, type, wanted, start)
    if (misfit !== null) throw problemOfMisfit(misfit)
    const [details, otherVisits, summaries] = await Promise.all([
      decryptRequest(db, context, request),
      listOtherVisits(db, patientId, { from: start, to: start + type.minutes * 60_000 }, undefined),
      directory.patientSummaries(context, [patientId]),
    ])
    // The visit may be that of a colleague who has just taken this request.
    const current = otherVisits.length > 0 ? await readRequest(db, context, requestId) : request
    return {
      request: current,
      type,
      summary,
      details: {
        ...details,
        ...missingInterpreterOf(patient, takesInterpreter(type)),
        ...missingCaptionerOf(patient, type),
      },
      otherVisits,
      patient: summaries.get(patientId),
      owners: calendar.owners(now),
      slots,
      policy,
    }
  },

  decide: (
    _,
    {
      request: before,
      type,
      summary,
      details: { reason, missingInterpreter, missingCaptioner },
      otherVisits,
      patient,
      owners,
      slots,
      policy,
    },
    context,
  ) => {
    const { caller, now, newId } = context
    const taken = takeRequest(before, { id: newId(), practitionerId: summary.id, minutes: type.minutes }, now)
    const { request, appointment } = taken
    if (meetsOtherVisit(type, { otherVisits }, appointment.start.getTime())) throw patientBusy()
    const details = {
      ...(reason === undefined ? {} : { reason }),
      ...(request.language === null ? {} : { language: request.language }),
      ...(missingInterpreter && { missingInterpreter }),
      ...(missingCaptioner && { missingCaptioner }),
    }
    const { id, practitionerId } = appointment
    const busy = {
      id,
      practitionerId,
      ...busyRange(type, appointment.start),
      expiresAt: null,
      heldBy: null,
      countedAt: appointment.start,
    }
    return {
      writes: [requests.replace(request, before), takeTime(busy, now), appointments.insert(appointment, details)],
      events: [onDemandChanged(request), appointmentBooked(appointment)],
      committed: () => slots.apply(caller.organizationId, (calendar) => calendar.addBusy(busy)),
      otherwise: () => {
        throw practitionerBusy()
      },
      answer: {
        status: 200,
        body: presentAppointment(appointment, {
          type,
          practitioner: summary,
          patient,
          isForMember: true,
          details,
          policy,
          owners,
        }),
      },
    }
  },
})
