import type { components } from '@visitkit/contract'
import type { ReadContext } from '../../../../platform/contracts/context.ts'
import { isUuid } from '../../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import { placesFrom } from '../../bookings/model/practitioner-load.ts'
import { requireSelfService } from '../../bookings/model/appointment-request.ts'
import { gatherOpenAppointments } from '../../bookings/workflows/gather-open-appointments.ts'
import { nearestStarts } from '../../bookings/workflows/nearest-starts.ts'
import { readLoadsAt } from '../../bookings/workflows/read-loads-at.ts'
import { requireState } from '../../bookings/workflows/require-state.ts'
import { findFree, type WantedStart } from '../../kernel/model/find-free.ts'
import { consenting, isWithheldFromOthers, sensitivityOf } from '../../kernel/model/sensitivity.ts'
import type { ExclusionReason } from '../../kernel/model/search-slots.ts'
import { isGroup, sessionIdOf } from '../../kernel/model/session.ts'
import type { Period } from '../../kernel/model/start-bounds.ts'
import { listOtherVisits } from '../../kernel/store/appointments.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { requireCurrentRecord, slotUnavailable } from '../../problems.ts'
import { chooseClaims, type Chosen } from '../../resources/workflows/choose-claims.ts'
import { readNeeded, readNeeds, requireTakeable } from '../../resources/workflows/read-needs.ts'

const dayMs = 86_400_000

/** One start: what it takes if it works, or why it does not. */
export type Judged = { readonly chosen: Chosen } | { readonly reason: ExclusionReason }

/** Reads what decides on the visits of a series, with everything that any process had committed. */
export const readSeries = async (
  ports: SchedulingPorts,
  context: ReadContext,
  body: Omit<components['schemas']['BookSeries'], 'starts' | 'reason'>,
  starts: readonly number[],
) => {
  const { directory, slots, policy } = ports
  const { patientId, practitionerId, visitTypeId, interpreterLanguage, resourceId } = body
  const { now, newId } = context
  const period = { from: Math.min(...starts), to: Math.max(...starts) + dayMs }
  if (body.state !== undefined) requireState(body.state, '/state')
  await directory.actingFor(context, patientId, 'schedule')
  await slots.calendarKnowing(context, { visitTypeId, practitionerId })
  const calendar = await slots.freshCalendar(context)
  const type = calendar.visitType(visitTypeId)
  if (!type) throw notFound('visit_type_unknown')
  if (!type.active) throw slotUnavailable('visit_type_retired')
  requireSelfService(type, context.access.reach, true)
  requireTakeable(calendar, type, { resourceId, interpreterLanguage }, '/resourceId')
  const practitioner = isUuid(practitionerId) ? calendar.summary(practitionerId, now) : undefined
  if (!practitioner) throw notFound('practitioner_unknown')
  const [patient, { zone }, otherVisits, open, loads] = await Promise.all([
    directory.patient(context, patientId),
    directory.organization(context),
    listOtherVisits(context.db, patientId, period, undefined),
    gatherOpenAppointments(context, patientId, type.id),
    readLoadsAt(context, calendar, [practitionerId], starts),
  ])
  requireCurrentRecord(patient)
  const state = body.state ?? patient.state
  const consent = consenting(context, patient, state, body.minorConsentsAlone)
  const sensitivity = sensitivityOf(type, consent, ports.minorConsent, now)
  if (isWithheldFromOthers(sensitivity)) await directory.actingFor(context, patientId, 'sensitive')
  const needs = { now, state, interpreterLanguage, resourceId }
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
  /** As a hold would be: `offerMinutes` after a search, with less notice. */
  const judge = (start: number, offerMinutes: number): Judged => {
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
  }
  /** The day or the week that has no place left. */
  const fullPeriod = (start: number, reason: ExclusionReason): Period | undefined => {
    const load = loads.find((each) => each.start === start)
    return reason === 'daily-limit' ? load?.day : reason === 'weekly-limit' ? load?.week : undefined
  }
  return {
    calendar,
    type,
    patient,
    practitioner,
    state,
    sensitivity,
    open,
    loads,
    policy,
    slots,
    occupantAt,
    /** The nearest starts that work, outside a day or a week that the series itself fills. */
    nearest: (start: number, reason: ExclusionReason) => {
      const full = fullPeriod(start, reason)
      const found = nearestStarts(candidates, { ...wanted, start })
      return full ? found.filter((each) => each < full.from || full.to <= each) : found
    },
    /** Each as a hold would be, after those before it: they are counted together. */
    judgeAll: (offerMinutes = 0): Judged[] => {
      const placeFor = placesFrom(loads)
      return starts.map((start) => {
        const judged = judge(start, offerMinutes)
        if ('reason' in judged) return judged
        const reason = placeFor(start, judged.chosen.seat)
        return reason === null ? judged : { reason }
      })
    },
  }
}
