import { operation } from '../../../../platform/contracts/operation.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import { requireState } from '../../bookings/workflows/require-state.ts'
import { onDemandChanged } from '../../events.ts'
import { ageBounds } from '../../kernel/model/age-bounds.ts'
import { requireSomeone } from '../../kernel/model/require-someone.ts'
import { isPlain } from '../../resources/workflows/choose-claims.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { ageOutOfRange, requireCurrentRecord, slotUnavailable } from '../../problems.ts'
import { alreadyRequested } from '../model/on-demand-problems.ts'
import { enterQueue } from '../model/on-demand-request.ts'
import { countWaiting, requests } from '../store/on-demand-requests.ts'
import { readRequestPresenter } from '../workflows/read-request-presenter.ts'

export const requestOnDemand = operation<SchedulingPorts>()('requestOnDemand', {
  gather: async ({ body }, ports, context) => {
    const { directory, slots, policy } = ports
    const { patientId, visitTypeId, language } = body
    if (body.state !== undefined) requireState(body.state, '/state')
    const calendar = await slots.calendarKnowing(context, { visitTypeId })
    const type = calendar.visitType(visitTypeId)
    if (!type) throw notFound('visit_type_unknown')
    if (!type.active || !type.onDemand || !isPlain(type, { interpreterLanguage: undefined }))
      throw slotUnavailable('not_on_demand')
    await directory.actingFor(context, patientId, 'schedule')
    const patient = await directory.patient(context, patientId)
    requireCurrentRecord(patient)
    const stateCode = body.state ?? patient.state
    const practitioners = calendar.candidates(context.now).map(({ practitioner }) => practitioner)
    requireSomeone(practitioners, type, { state: stateCode, language })
    if (type.ages) {
      const { from, to } = ageBounds(patient.birthDate, patient.zone, type.ages)
      const now = context.now.getTime()
      if (now < from || now >= to) throw ageOutOfRange()
    }
    const asked = { patientId, visitTypeId, specialty: type.specialty, stateCode, language: language ?? null }
    const [{ present }, before] = await Promise.all([
      readRequestPresenter(ports, context, [asked]),
      countWaiting(context.db, asked),
    ])
    return { asked, present, position: before + 1, renewMinutes: policy.onDemand.renewMinutes }
  },

  decide: ({ body: { reason } }, { asked, present, position, renewMinutes }, { newId, now }) => {
    const request = enterQueue(newId(), asked, renewMinutes, now)
    const details = reason === undefined ? {} : { reason }
    return {
      writes: [requests.insertOnce(request, details)],
      events: [onDemandChanged(request)],
      otherwise: () => {
        throw alreadyRequested()
      },
      answer: {
        status: 201,
        headers: { location: `/v1/on-demand/${request.id}` },
        body: present(request, details, position),
      },
    }
  },
})
