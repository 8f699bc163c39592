import type { OnDemandRequest } from '../../generated/models.ts'
import { problem } from '../test-problem.ts'
import type { SampleDomain } from './sample-domain.ts'
import { sampleClinician, sampleOtherPatients, samplePatientSummary } from './sample-people.ts'
import { sampleAppointment } from './sample-scheduling.ts'
import { find, instant, minute, page } from './sample-state.ts'
import { sampleTimes, typeOf } from './sample-times.ts'

/** How long a request lasts that is not renewed. */
const renewMinutes = 5

/** The line for a visit without an appointment. A practitioner takes a request with `takeOnDemand`. */
export const onDemandSample: SampleDomain = (context) => {
  const { state, live, now, newId } = context
  const times = sampleTimes(context)
  const isWaiting = (one: OnDemandRequest): boolean => one.status === 'waiting' && Date.parse(one.renewBy) > now()

  const changed = (request: OnDemandRequest): OnDemandRequest => {
    request.version += 1
    live.emit({ type: 'on-demand.changed', ids: { requestId: request.id, patientId: request.patientId } })
    return request
  }

  /** As the server presents it at this moment. */
  const shown = (request: OnDemandRequest): OnDemandRequest => {
    if (request.status === 'waiting' && !isWaiting(request)) changed(Object.assign(request, { status: 'expired' }))
    const { estimatedMinutes, ...rest } = request
    if (request.status !== 'waiting') return rest
    const specialtyOf = (one: OnDemandRequest): string => typeOf(times, one.visitTypeId).specialty
    const line = state.onDemand.filter(
      (one) => isWaiting(one) && one.state === request.state && specialtyOf(one) === specialtyOf(request),
    )
    return { ...rest, position: line.indexOf(request) + 1, ...(estimatedMinutes && { estimatedMinutes }) }
  }

  const requireWaiting = (request: OnDemandRequest): OnDemandRequest => {
    if (!isWaiting(request)) throw problem(409, 'request_ended')
    return request
  }

  return (person) => ({
    requestOnDemand: ({ body }) => {
      const type = typeOf(times, body.visitTypeId)
      if (!type.onDemand) return problem(409, 'slot_unavailable')
      const { state: home } = samplePatientSummary
      const stateCode = body.state ?? home
      if (type.licenseRequired && !sampleClinician.states.includes(stateCode)) return problem(422, 'not_licensed')
      if (state.onDemand.some((one) => isWaiting(one) && one.patientId === body.patientId))
        return problem(409, 'already_requested')
      const request: OnDemandRequest = {
        id: newId('on-demand'),
        ...body,
        state: stateCode,
        visitTypeName: type.name,
        status: 'waiting',
        requestedAt: instant(now()),
        renewBy: instant(now() + renewMinutes * minute),
        version: 0,
      }
      state.onDemand.push(request)
      return shown(changed(request))
    },
    listOnDemand: ({ query }) =>
      person === 'practitioner'
        ? page(
            state.onDemand.filter(isWaiting).map((one) => {
              const patient = [samplePatientSummary, ...sampleOtherPatients].find(({ id }) => id === one.patientId)
              return { ...shown(one), ...(patient && { patient }) }
            }),
            query,
          )
        : problem(403, 'forbidden'),
    // A request that was taken is listed until its visit begins, or is cancelled.
    listOwnOnDemand: ({ query }) =>
      page(
        state.onDemand
          .filter(
            (one) =>
              isWaiting(one) ||
              state.appointments.some(
                ({ id, start, status }) => id === one.appointmentId && status === 'booked' && Date.parse(start) > now(),
              ),
          )
          .map(shown),
        query,
      ),
    getOnDemand: ({ path }) => shown(find(state.onDemand, path.requestId)),
    renewOnDemand: ({ path }) => {
      const request = requireWaiting(find(state.onDemand, path.requestId))
      request.renewBy = instant(now() + renewMinutes * minute)
      return shown(request)
    },
    leaveOnDemand: ({ path }) => {
      const request = find(state.onDemand, path.requestId)
      if (request.status === 'waiting') changed(Object.assign(request, { status: 'cancelled' }))
    },
    takeOnDemand: ({ path }) => {
      const request = requireWaiting(find(state.onDemand, path.requestId))
      const { patientId, reason } = request
      const start = Math.ceil(now() / (5 * minute)) * 5 * minute
      const type = typeOf(times, request.visitTypeId)
      const practitioner = sampleClinician
      const appointment = sampleAppointment(newId('appointment'), type, start, {
        ...{ patientId, practitioner },
        ...(reason && { reason }),
      })
      state.appointments.push(appointment)
      changed(Object.assign(request, { status: 'taken', appointmentId: appointment.id }))
      const ids = { appointmentId: appointment.id, patientId, practitionerId: practitioner.id }
      live.emit({ type: 'appointment.changed', ids })
      return appointment
    },
  })
}
