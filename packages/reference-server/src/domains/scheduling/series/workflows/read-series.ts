import type { components } from '@visitkit/contract'
import type { ReadContext } from '../../../../platform/contracts/context.ts'
import { isUuid } from '../../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import { requireSelfService } from '../../bookings/model/appointment-request.ts'
import { gatherOpenAppointments } from '../../bookings/workflows/gather-open-appointments.ts'
import { nearestStarts } from '../../bookings/workflows/nearest-starts.ts'
import { requireState } from '../../bookings/workflows/require-state.ts'
import { findFree, type WantedStart } from '../../kernel/model/find-free.ts'
import type { ExclusionReason } from '../../kernel/model/search-slots.ts'
import { isGroup, sessionIdOf } from '../../kernel/model/session.ts'
import type { Period } from '../../kernel/model/start-bounds.ts'
import { listOtherVisits } from '../../kernel/store/appointments.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { slotUnavailable } from '../../problems.ts'
import { chooseClaims, type Chosen } from '../../resources/workflows/choose-claims.ts'
import { readNeeded, readNeeds } from '../../resources/workflows/read-needs.ts'

const dayMs = 86_400_000

/** One start: what it takes if it works, or why it does not. */
export type Judged = { readonly chosen: Chosen } | { readonly reason: ExclusionReason }

/** Reads what decides on the visits of a series, with everything that any process had committed. */
export const readSeries = async (
  ports: SchedulingPorts,
  context: ReadContext,
  body: Omit<components['schemas']['BookSeries'], 'starts' | 'reason'>,
  period: Period,
) => {
  const { directory, slots, policy } = ports
  const { patientId, practitionerId, visitTypeId } = body
  const { now, newId } = context
  if (body.state !== undefined) requireState(body.state, '/state')
  await directory.actingFor(context, patientId, 'schedule')
  await slots.calendarKnowing(context, { visitTypeId, practitionerId })
  const calendar = await slots.freshCalendar(context)
  const type = calendar.visitType(visitTypeId)
  if (!type) throw notFound('visit_type_unknown')
  if (!type.active) throw slotUnavailable('visit_type_retired')
  requireSelfService(type, context.access.reach, true)
  const practitioner = isUuid(practitionerId) ? calendar.summary(practitionerId, now) : undefined
  if (!practitioner) throw notFound('practitioner_unknown')
  const [patient, { zone }, otherVisits, open] = await Promise.all([
    directory.patient(context, patientId),
    directory.organization(context),
    listOtherVisits(context.db, patientId, { from: period.from, to: period.to + dayMs }, undefined),
    gatherOpenAppointments(context, patientId, type.id),
  ])
  const state = body.state ?? patient.state
  const needs = { now, state, interpreterLanguage: body.interpreterLanguage }
  const candidates = calendar.candidates(now).filter((candidate) => candidate.practitioner.id === practitionerId)
  const wanted: Omit<WantedStart, 'start'> = {
    type,
    now: now.getTime(),
    zone,
    patient,
    otherVisits,
    state,
    language: body.language,
    needed: readNeeded(calendar, readNeeds(calendar, type, needs), now),
  }
  const turn = Number.parseInt(newId().slice(-6), 16)
  const occupantAt = (start: number): string | undefined =>
    isGroup(type) ? sessionIdOf(practitionerId, type.id, new Date(start)) : undefined
  return {
    calendar,
    type,
    patient,
    practitioner,
    state,
    open,
    policy,
    slots,
    occupantAt,
    nearest: (start: number) => nearestStarts(candidates, { ...wanted, start }),
    /** As a hold would be: `offerMinutes` after a search, with less notice. */
    judge: (start: number, offerMinutes = 0): Judged => {
      const { free, refusal } = findFree(candidates, {
        ...wanted,
        start,
        needed: undefined,
        type: { ...type, minimumNoticeMinutes: type.minimumNoticeMinutes - offerMinutes },
      })
      if (refusal !== null) return { reason: refusal }
      if (free.length === 0) return { reason: 'fully-booked' }
      const request = { ...needs, type, start, turn, occupantWith: () => occupantAt(start) }
      const { chosen, missing } = chooseClaims(calendar, [practitionerId], request)
      const found = chosen.get(practitionerId)
      return found ? { chosen: found } : { reason: missing === null ? 'fully-booked' : 'resources-taken' }
    },
  }
}
