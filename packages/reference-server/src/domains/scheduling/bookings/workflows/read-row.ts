import type { components } from '@visitkit/contract'
import type { ReadContext } from '../../../../platform/contracts/context.ts'
import { isUuid } from '../../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import { choosePractitioners } from '../model/choose-practitioners.ts'
import { requireSelfService } from '../model/appointment-request.ts'
import { requireOneMore } from '../model/open-appointments.ts'
import { placesFrom, type LoadAt } from '../model/practitioner-load.ts'
import { gatherOpenAppointments } from './gather-open-appointments.ts'
import { nearestStarts } from './nearest-starts.ts'
import { readLoadsAt } from './read-loads-at.ts'
import { refusalOutsideRules } from './refusal-outside-rules.ts'
import { requireOverridable } from './require-overridable.ts'
import type { LimitReason } from '../../kernel/model/booking-limits.ts'
import { rowStep } from '../../kernel/model/bookable-starts.ts'
import { findFree, type FreeAt, type StartRefusal, type WantedStart } from '../../kernel/model/find-free.ts'
import type { Candidate } from '../../kernel/model/search-slots.ts'
import { isGroup, sessionIdOf } from '../../kernel/model/session.ts'
import { listOtherVisits } from '../../kernel/store/appointments.ts'
import { listOwnHolds } from '../../kernel/store/holds.ts'
import type { SchedulingPorts } from '../../ports.ts'
import {
  heldByYou,
  invalidRequest,
  noPlaceLeft,
  problemOfRefusal,
  resourcesTaken,
  slotTaken,
  slotUnavailable,
  tooManyHolds,
} from '../../problems.ts'
import { chooseClaims, type Chosen } from '../../resources/workflows/choose-claims.ts'
import { readNeeded, readNeeds, requireTakeable } from '../../resources/workflows/read-needs.ts'

type PlaceSeveralHolds = components['schemas']['PlaceSeveralHolds']

/** Visits in a row with one practitioner, and what each takes. */
export interface RowWith {
  readonly practitionerId: string
  readonly chosen: readonly Chosen[]
  /** Of a practitioner with limits, at each start. */
  readonly loads: readonly LoadAt[]
}

const isLimit = (refusal: StartRefusal): refusal is LimitReason =>
  refusal === 'daily-limit' || refusal === 'weekly-limit'

const requireDifferent = (patientIds: readonly string[]): void => {
  const faults = patientIds.flatMap((id, index) =>
    patientIds.indexOf(id) < index
      ? [{ pointer: `/patientIds/${index}`, code: 'repeated', message: 'Must be another patient: each has one visit.' }]
      : [],
  )
  if (faults.length > 0) throw invalidRequest(faults)
}

/** The patients, each with the visits that they have. The caller may act for every one. */
const readPatients = (
  { directory, policy }: SchedulingPorts,
  context: ReadContext,
  patientIds: readonly string[],
  type: { readonly id: string; readonly code: string },
  period: { readonly from: number; readonly to: number },
) =>
  Promise.all(
    patientIds.map(async (patientId) => {
      await directory.actingFor(context, patientId, 'schedule')
      const [patient, otherVisits, open] = await Promise.all([
        directory.patient(context, patientId),
        listOtherVisits(context.db, patientId, period, undefined),
        gatherOpenAppointments(context, patientId, type.id),
      ])
      if (open) requireOneMore(open, policy.openAppointments, type.code)
      return { patient, otherVisits }
    }),
  )

/** The one practitioner for whom staff lift the rules, unless something is in the way that they cannot lift. */
const freeOutsideRules = (candidate: Candidate | undefined, wanted: WantedStart, offerMinutes: number): FreeAt => {
  const refusal = refusalOutsideRules(candidate, wanted, offerMinutes)
  if (refusal !== null || !candidate) return { offered: [], free: [], refusal }
  const { id } = candidate.practitioner
  return { offered: [id], free: [{ id, load: 0 }], refusal: null }
}

/** Who is free for all of them, best first. Throws a refusal if no one is. */
export const readRow = async (ports: SchedulingPorts, context: ReadContext, body: PlaceSeveralHolds) => {
  const { slots, policy, directory } = ports
  const { visitTypeId, practitionerId, patientIds, language, interpreterLanguage, resourceId } = body
  const { now, caller, newId } = context
  requireDifferent(patientIds)
  await slots.calendarKnowing(context, { visitTypeId, practitionerId })
  const calendar = await slots.freshCalendar(context)
  const type = calendar.visitType(visitTypeId)
  if (!type) throw notFound('visit_type_unknown')
  if (!type.active) throw slotUnavailable('visit_type_retired')
  requireSelfService(type, context.access.reach, false)
  requireTakeable(calendar, type, { resourceId, interpreterLanguage }, '/resourceId')
  if (practitionerId !== undefined && !(isUuid(practitionerId) && calendar.practitioner(practitionerId)))
    throw notFound('practitioner_unknown')
  const overridden = body.override
    ? await requireOverridable(ports, context, { practitionerId, patientId: patientIds[0], start: body.start })
    : undefined
  const first = Date.parse(body.start)
  const starts = patientIds.map((_, place) => first + place * rowStep(type) * 60_000)
  const period = { from: first, to: (starts.at(-1) ?? first) + type.minutes * 60_000 }
  const [patients, { zone }, own] = await Promise.all([
    readPatients(ports, context, patientIds, type, period),
    directory.organization(context),
    listOwnHolds(context.db, caller.personId, now),
  ])
  if (own.length + patientIds.length > Math.max(policy.holdsPerPerson[caller.kind], policy.holdsTogether))
    throw tooManyHolds()
  const candidates = calendar
    .candidates(now)
    .filter(({ practitioner }) => practitionerId === undefined || practitioner.id === practitionerId)
  const visits = patients.map(({ patient, otherVisits }, place) => {
    const needs = { now, state: patient.state, interpreterLanguage, resourceId }
    const wanted: WantedStart = {
      type,
      start: starts[place] ?? first,
      now: now.getTime(),
      zone,
      patient,
      otherVisits,
      state: patient.state,
      language,
    }
    return { wanted, needs, needed: readNeeded(calendar, readNeeds(calendar, type, needs), now) }
  })
  const nearest = (): readonly number[] => {
    const [one] = visits
    return one ? nearestStarts(candidates, { ...one.wanted, needed: one.needed, inARow: visits.length }) : []
  }
  const found = visits.map(({ wanted }) => {
    if (overridden !== undefined) return freeOutsideRules(candidates[0], wanted, policy.offerMinutes)
    const earlier = { ...type, minimumNoticeMinutes: type.minimumNoticeMinutes - policy.offerMinutes }
    return findFree(candidates, { ...wanted, type: earlier })
  })
  const refusals = found.flatMap(({ refusal }) => refusal ?? [])
  const refusal = refusals.find((each) => !isLimit(each))
  if (refusal) throw problemOfRefusal(refusal, nearest())
  const free = (found[0]?.free ?? []).filter(({ id }) => found.every((each) => each.free.some((one) => one.id === id)))
  const turn = Number.parseInt(newId().slice(-6), 16)
  const occupantOf = (id: string, start: number): string | undefined =>
    isGroup(type) ? sessionIdOf(id, type.id, new Date(start)) : undefined
  let lacking: Parameters<typeof resourcesTaken>[0] | null = null
  // For the decision: a repeated request has its answer replayed, though its own holds have the places.
  let full = refusals.find(isLimit) ?? null
  const ids = choosePractitioners(free, turn)
  const loads = overridden === undefined ? await readLoadsAt(context, calendar, ids, starts) : []
  const rows = ids.flatMap((id): RowWith[] => {
    const chosen = visits.map(({ wanted, needs }) => {
      const occupantWith = (who: string) => occupantOf(who, wanted.start)
      const claims = chooseClaims(calendar, [id], { ...needs, type, start: wanted.start, turn, occupantWith })
      lacking ??= claims.missing
      return claims.chosen.get(id)
    })
    if (!chosen.every((each) => each !== undefined)) return []
    const ofOne = loads.filter((each) => each.practitionerId === id)
    const placeFor = placesFrom(ofOne)
    const reasons = starts.map((start, place) => placeFor(start, chosen[place]?.seat))
    const reason = reasons.find((each) => each !== null)
    full ??= reason ?? null
    return reason ? [] : [{ practitionerId: id, chosen, loads: ofOne }]
  })
  const isOwn = own.some((hold) => hold.start.getTime() < period.to && period.from < hold.end.getTime())
  const refuse = (): never => {
    if (full !== null && rows.length === 0) throw noPlaceLeft(full, nearest())
    if (lacking !== null) throw resourcesTaken(lacking, nearest(), resourceId)
    throw (isOwn ? heldByYou : slotTaken)(nearest())
  }
  return { calendar, type, policy, slots, starts, rows, occupantOf, refuse }
}
