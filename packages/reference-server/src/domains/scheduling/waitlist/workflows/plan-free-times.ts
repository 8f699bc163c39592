import type { ReadContext } from '../../../../platform/contracts/context.ts'
import type { PlannedTime } from '../model/find-fitting-time.ts'
import { planOffers, type PlannedOffer, type PlanningFacts } from '../model/plan-offers.ts'
import { WallClock } from '../model/wall-clock.ts'
import { searchSlots } from '../../kernel/model/search-slots.ts'
import { horizonEnd } from '../../kernel/model/start-bounds.ts'
import type { OrganizationCalendar } from '../../kernel/store/organization-calendar.ts'
import type { VisitType } from '../../kernel/store/visit-types.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { listAwaitedTypes, listWaiting } from '../store/waitlist-entries.ts'
import { readWaitingPatients } from '../store/waiting-patients.ts'

const dayMs = 86_400_000
/** The longest horizon, and the day before today. */
const longestDays = 370
const page = 100

/** Whose time is offered for which visits. */
export interface OfferScope {
  readonly includes: (practitionerId: string, visitTypeId: string) => boolean
}
export const everything: OfferScope = { includes: () => true }

type PlanPorts = Pick<SchedulingPorts, 'directory' | 'slots' | 'policy'>

/**
 * Offers of free times to those who wait, in pages, the first in line first. Costs one small statement where no one waits, and reads no one
 * who waits for visits that no one has time for. A page without offers is skipped.
 */
export async function* planFreeTimes(
  { directory, slots, policy }: PlanPorts,
  context: ReadContext,
  scope: OfferScope,
): AsyncGenerator<readonly PlannedOffer[]> {
  const { db, now, newId } = context
  const awaited = await listAwaitedTypes(db, now)
  if (awaited.size === 0) return
  // The practitioners, and then what every process has committed.
  await slots.calendar(context)
  const [calendar, { zone }] = await Promise.all([slots.freshCalendar(context), directory.organization(context)])
  const at = now.getTime()
  const facts: PlanningFacts = {
    typeOf: (id) => activeType(calendar, id),
    candidatesFor: ({ id, specialty }) =>
      calendar
        .candidates(now)
        .filter(
          ({ practitioner }) => practitioner.specialties.includes(specialty) && scope.includes(practitioner.id, id),
        ),
    zone,
    clock: new WallClock(at - dayMs, at + longestDays * dayMs),
    policy,
    now,
    newId,
  }
  const visitTypeIds = calendar
    .visitTypes()
    .filter((type) => type.active && awaited.has(type.id) && isSomeoneFree(type, facts))
    .map(({ id }) => id)
  if (visitTypeIds.length === 0) return
  const planned: PlannedTime[] = []
  let after: { readonly start: Date; readonly id: string } | null = null
  for (;;) {
    const entries = await listWaiting(db, visitTypeIds, now, after, page)
    const offers = planOffers(entries, await readWaitingPatients(db, entries, now), facts, planned)
    if (offers.length > 0) yield offers
    const last = entries.at(-1)
    if (last === undefined || entries.length < page) return
    after = { start: last.joinedAt, id: last.id }
  }
}

const activeType = (calendar: OrganizationCalendar, id: string): VisitType | undefined => {
  const type = calendar.visitType(id)
  return type?.active ? type : undefined
}

const isSomeoneFree = (type: VisitType, { candidatesFor, zone, now }: PlanningFacts): boolean => {
  const from = now.getTime()
  const to = horizonEnd(type, zone, from)
  const query = { type, candidates: candidatesFor(type), from, to, now: from, zone, limit: 1, explain: false }
  return searchSlots(query).slots.length > 0
}
