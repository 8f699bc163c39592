import { operation } from '../../../../platform/contracts/operation.ts'
import { notFound, Problem } from '../../../../platform/problems/problem.ts'
import {
  gatherEstimateSources,
  itemsOfAppointment,
  insertNewEstimate,
  requireManualChoice,
} from '../workflows/issue-estimate.ts'
import { estimateWithoutAppointment, newEstimate, type Estimate } from '../model/estimate.ts'
import { estimateDue } from '../model/estimate-clock.ts'
import { differs, type UsualItems } from '../model/usual-items.ts'
import type { BillingContext } from '../../ports.ts'
import { listEstimatesByAppointment } from '../store/estimates.ts'
import { presentEstimate } from '../presenters/present-estimate.ts'

/** Returns the existing estimate of an appointment if it is owed, or if it is in force and a new one would say the same. */
export const requestEstimate = operation<BillingContext>()('requestEstimate', {
  gather: async ({ path: { patientId }, body }, ports, context) => {
    await ports.directory.actingFor(context, patientId, 'record')
    await ports.directory.patientZone(context, patientId)
    const appointment =
      body.appointmentId === undefined ? null : await ports.scheduling.appointment(context, body.appointmentId)
    if (appointment !== null && appointment.patientId !== patientId) throw notFound('appointment of another patient')
    const practitionerId = body.practitionerId ?? appointment?.practitionerId
    if (practitionerId === undefined)
      throw new Problem(400, 'invalid_request', 'Some properties are not as they should be.', {
        errors: [
          { pointer: '/practitionerId', code: 'missing', message: 'Must be given when there is no appointment yet.' },
        ],
      })
    const [practitioners, sources, known] = await Promise.all([
      ports.directory.practitionerSummaries(context, [practitionerId]),
      gatherEstimateSources(ports, context),
      appointment === null ? [] : listEstimatesByAppointment(context.db, context, appointment.id),
    ])
    const practitioner = practitioners.get(practitionerId)
    if (!practitioner) throw notFound('practitioner unknown')
    const usual: UsualItems =
      appointment === null
        ? { items: null, missing: ['no-appointment'] }
        : itemsOfAppointment(sources, appointment, await ports.directory.practitioner(context, practitionerId))
    return { appointment, practitioner, sources, known, usual, policy: ports.policy.estimate }
  },
  decide: ({ path: { patientId } }, { appointment, practitioner, sources, known, usual, policy }, context) => {
    const { now, newId } = context
    const respond = (estimate: Estimate) => ({
      status: 201 as const,
      headers: { location: `/v1/patients/${patientId}/estimates` },
      body: presentEstimate(estimate, practitioner),
    })
    const due = known.find(({ status }) => status === 'due')
    if (due) return { answer: respond(due) }
    const asked = requireManualChoice(known, usual)
    // The estimate in force already says what a new one would.
    const holds = known.find(({ status }) => status === 'issued')
    if (holds && asked.items !== null && !differs(asked.items, holds.items)) return { answer: respond(holds) }
    const dueBefore = estimateDue({ kind: 'requested', at: now }, sources.zone, policy)?.dueBefore ?? now
    const estimate: Estimate =
      appointment === null
        ? estimateWithoutAppointment(newId(), patientId, practitioner.id, dueBefore)
        : newEstimate(
            newId(),
            { ...appointment, practitionerId: practitioner.id },
            'requested',
            dueBefore,
            sources.zone,
          )
    const { estimate: made, ...changed } = insertNewEstimate(context, estimate, asked, sources, policy, known)
    return { ...changed, answer: respond(made) }
  },
})
