import { operation } from '../../../platform/http/operation.ts'
import { notFound, Problem } from '../../../platform/http/problem.ts'
import { estimateTold } from '../events.ts'
import type { Estimate } from '../model/estimate.ts'
import { estimateDue } from '../model/estimate-clock.ts'
import { localDay } from '../model/local-day.ts'
import type { BillingContext } from '../ports.ts'
import { estimatesOfAppointment, insertEstimate } from '../store/estimates.ts'
import { answerOfEstimate } from './answer-of-estimate.ts'

/** Asking for an appointment's estimate while one is owed answers that one: it is due sooner or as soon. */
export const requestEstimate = operation<BillingContext>()('requestEstimate', {
  gather: async ({ path: { patientId }, body }, ports, reading) => {
    await ports.directory.actingFor(reading, patientId, 'record')
    await ports.directory.patientZone(reading, patientId)
    const appointment =
      body.appointmentId === undefined ? null : await ports.scheduling.appointment(reading, body.appointmentId)
    if (appointment !== null && appointment.patientId !== patientId) throw notFound('appointment of somebody else')
    const practitionerId = body.practitionerId ?? appointment?.practitionerId
    if (practitionerId === undefined)
      throw new Problem(400, 'invalid_request', 'Some properties are not as they should be.', {
        errors: [
          { pointer: '/practitionerId', code: 'missing', message: 'Must be given when there is no appointment yet.' },
        ],
      })
    const [practitioners, { zone }] = await Promise.all([
      ports.directory.practitionerSummaries(reading, [practitionerId]),
      ports.directory.organization(reading),
    ])
    const practitioner = practitioners.get(practitionerId)
    if (!practitioner) throw notFound('practitioner unknown')
    return { appointment, practitioner, zone, policy: ports.policy }
  },
  keep: async ({ path: { patientId } }, { appointment, practitioner, zone, policy }, keeping) => {
    const { tx, now, newId } = keeping
    const known = appointment === null ? [] : await estimatesOfAppointment(tx, keeping, appointment.id)
    const owed = known.find(({ status }) => status === 'due')
    const place = { location: `/v1/patients/${patientId}/estimates` }
    if (owed) return { status: 201, headers: place, body: answerOfEstimate(owed, practitioner) }
    const due = estimateDue({ kind: 'requested', at: now }, zone, policy.estimate)
    const estimate: Estimate = {
      id: newId(),
      patientId,
      appointmentId: appointment?.id ?? null,
      practitionerId: practitioner.id,
      status: 'due',
      because: 'requested',
      dueBefore: due?.dueBefore ?? now,
      serviceOn: appointment === null ? null : localDay(appointment.start, zone),
      issuedAt: null,
      validUntil: null,
      version: 1,
      items: [],
      diagnosisCodes: [],
      service: appointment?.type.name ?? [],
    }
    await insertEstimate(keeping, estimate)
    await keeping.emit(estimateTold('estimate-due', estimate))
    return { status: 201, headers: place, body: answerOfEstimate(estimate, practitioner) }
  },
})
