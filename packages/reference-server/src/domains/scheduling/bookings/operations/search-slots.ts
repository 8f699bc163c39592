import { operation } from '../../../../platform/contracts/operation.ts'
import { isUuid } from '../../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { AvailabilityBitmap } from '../../kernel/model/availability-bitmap.ts'
import { searchSlots as search, type Candidate } from '../../kernel/model/search-slots.ts'
import { isGroup } from '../../kernel/model/session.ts'
import { horizonEnd } from '../../kernel/model/start-bounds.ts'
import { startText } from '../../kernel/model/start-text.ts'
import { seatsLeftOf } from '../../resources/model/seats-left.ts'
import { interpreterLanguageOf } from '../../resources/workflows/interpreter-language.ts'
import { readNeeded, readNeeds, requireTakeable } from '../../resources/workflows/read-needs.ts'
import { offeredTo } from '../model/appointment-request.ts'
import { readAsking } from '../workflows/read-asking.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { invalidRequest, slotUnavailable, windowTooLong } from '../../problems.ts'
import { readLastPractitioner } from '../workflows/read-last-practitioner.ts'
import { requireState } from '../workflows/require-state.ts'

const dayMs = 86_400_000
const longestDays = 31
/** A month in which the clocks go back is longer. */
const longestClockChangeMs = 3_600_000
/** Start times of a page, times the practitioners who are searched: a page of 50 practitioners has 800 start times, and is below 100 KB. */
const freeCharacters = 40_000

/** Bit operations in memory. Without a patient, a search within a second of the previous one reads no table. */
export const searchSlots = operation<SchedulingPorts>()('searchSlots', {
  gather: async ({ query }, ports, context) => {
    const from = Date.parse(query.from)
    const to = Date.parse(query.to)
    if (from >= to)
      throw invalidRequest([{ pointer: 'query:to', code: 'out_of_range', message: 'Must be after from.' }])
    if (to - from > longestDays * dayMs + longestClockChangeMs) throw windowTooLong(longestDays)
    const { visitTypeId, practitionerId, state } = query
    if (state !== undefined) requireState(state, 'query:state')
    const [calendar, asking] = await Promise.all([
      ports.slots.calendarKnowing(context, { visitTypeId, practitionerId }),
      // The longest visit that may begin before `to`.
      readAsking(ports, context, { ...query, period: { from, to: to + dayMs }, pointer: 'query:', isToHold: false }),
    ])
    if (practitionerId !== undefined && !(isUuid(practitionerId) && calendar.practitioner(practitionerId)))
      throw notFound('practitioner_unknown')
    const interpreterLanguage = await interpreterLanguageOf(context, query.interpreterLanguage, asking.appointment)
    const specialty = calendar.visitType(visitTypeId)?.specialty
    const lastPractitionerId =
      query.prefer && specialty !== undefined
        ? await readLastPractitioner(context, calendar, specialty, asking.patient?.id, 'query:patientId')
        : undefined
    return { calendar, asking, interpreterLanguage, lastPractitionerId, from, to }
  },
  read: async (
    { query },
    { calendar, asking, interpreterLanguage, lastPractitionerId, from, to },
    { now, access },
    { policy },
  ) => {
    const { patient, appointment, zone, otherVisits, except } = asking
    const installed = calendar.visitType(query.visitTypeId)
    if (!installed) throw notFound('visit_type_unknown')
    if (!installed.active) throw slotUnavailable('visit_type_retired')
    const type = offeredTo(installed, access.reach, policy)
    const explain = query.explain ?? false
    const state = query.state ?? appointment?.stateCode ?? patient?.state
    const { resourceId } = query
    requireTakeable(calendar, type, { resourceId, interpreterLanguage }, 'query:resourceId')
    const needs = readNeeds(calendar, type, { now, state, interpreterLanguage, resourceId })
    const candidates = calendar.candidates(now, ({ id, specialties }) =>
      query.practitionerId === undefined ? specialties.includes(type.specialty) : id === query.practitionerId,
    )
    const { slots, next, exclusions } = search({
      type,
      from,
      to,
      now: now.getTime(),
      candidates,
      limit: Math.min(query.limit ?? 500, Math.max(1, Math.floor(freeCharacters / candidates.length))),
      explain,
      zone,
      patient,
      otherVisits,
      except,
      language: query.language,
      state,
      needed: readNeeded(calendar, needs, now, except),
      inARow: query.inARow,
    })
    const shown = new Set<string>()
    for (const { practitionerIds } of slots) for (const id of practitionerIds) shown.add(id)
    for (const { practitionerId } of exclusions) shown.add(practitionerId)
    const practitioners = Array.from(shown, (id) => calendar.summary(id, now)).filter(
      (summary) => summary !== undefined,
    )
    const places = new Map(practitioners.map(({ id }, place) => [id, place]))
    const seatsLeft = isGroup(type)
      ? seatsLeftOf(bitmapsOf(candidates), { type, now: now.getTime(), except })
      : undefined
    return {
      status: 200,
      body: {
        items: slots.map(({ start, practitionerIds }) => {
          const item = { start: startText(start), free: freeOf(practitionerIds, places) }
          if (!seatsLeft) return item
          return { ...item, seatsLeft: inOrder(practitionerIds, places).map((id) => seatsLeft(id, start)) }
        }),
        practitioners,
        minutes: type.minutes,
        ...(patient ? { patientId: patient.id } : {}),
        ...(lastPractitionerId === undefined ? {} : { lastPractitionerId }),
        from: startText(from),
        to: startText(Math.max(from, Math.min(to, horizonEnd(type, zone, now.getTime())))),
        ...(next === null ? {} : { nextFrom: startText(next) }),
        ...(explain ? { exclusions: [...exclusions] } : {}),
      },
    }
  },
})

const bitmapsOf = (candidates: readonly Candidate[]): ReadonlyMap<string, AvailabilityBitmap> =>
  new Map(candidates.flatMap(({ practitioner, bitmap }) => (bitmap === null ? [] : [[practitioner.id, bitmap]])))

const inOrder = (ids: readonly string[], places: ReadonlyMap<string, number>): readonly string[] =>
  ids.filter((id) => places.has(id)).toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0))

const [yes, no] = [49, 48]

/** `101` when the first and the third of three practitioners are free. */
const freeOf = (practitionerIds: readonly string[], places: ReadonlyMap<string, number>): string => {
  // Most starts of one or two practitioners.
  if (practitionerIds.length === places.size) return '1'.repeat(places.size)
  const characters = Buffer.alloc(places.size, no)
  for (const id of practitionerIds) {
    const place = places.get(id)
    if (place !== undefined) characters[place] = yes
  }
  return characters.toString('latin1')
}
