import { claimMs, claimPeriod, type OwnerClaim } from '../../kernel/model/claimed-times.ts'
import { firstFreeSeat, isGroup } from '../../kernel/model/session.ts'
import type { VisitShape } from '../../kernel/model/visit-type.ts'
import type { OrganizationCalendar } from '../../kernel/store/organization-calendar.ts'
import { assignNeeds } from '../model/assign-needs.ts'
import type { Demand } from '../model/visit-needs.ts'
import { readNeeds, type NeedsRequest } from './read-needs.ts'

/** What a visit takes, in addition to the time of its practitioner. */
export interface Chosen {
  readonly claims: readonly OwnerClaim[]
  /** In a group visit. */
  readonly seat: number | null
}

export interface ClaimsRequest extends NeedsRequest {
  readonly type: VisitShape
  /** Epoch milliseconds. */
  readonly start: number
  readonly turn: number
  /** Busy times of the caller that do not block. */
  readonly except?: ReadonlySet<string> | undefined
  /** Whose times do not block, for a visit with this practitioner. */
  readonly occupantWith: (practitionerId: string) => string | undefined
}

export const onlyPractitioner: Chosen = { claims: [], seat: null }

/** A visit of one patient with one practitioner, and nothing else. */
export const isPlain = (
  type: VisitShape,
  { interpreterLanguage }: Pick<NeedsRequest, 'interpreterLanguage'>,
): boolean =>
  !isGroup(type) &&
  !type.resources?.length &&
  !type.additionalPractitioners?.length &&
  interpreterLanguage === undefined

/** For each of these practitioners, if everything else is free: a seat, resources, further practitioners. */
export const chooseClaims = (
  calendar: OrganizationCalendar,
  practitionerIds: readonly string[],
  { type, start, turn, occupantWith, ...request }: ClaimsRequest,
): { readonly chosen: ReadonlyMap<string, Chosen>; readonly missing: Demand['kind'] | null } => {
  if (isPlain(type, request))
    return { chosen: new Map(practitionerIds.map((id) => [id, onlyPractitioner])), missing: null }
  const needs = readNeeds(calendar, type, request)
  const chosen = new Map<string, Chosen>()
  let missing: Demand['kind'] | null = null
  for (const practitionerId of practitionerIds) {
    const seat = isGroup(type) ? freeSeat(calendar, practitionerId, type, start, request.now) : null
    if (isGroup(type) && seat === null) continue
    const occupant = occupantWith(practitionerId)
    const kind = hasOther(calendar, practitionerId, occupant, { type, start, ...request })
    if (kind !== null) {
      missing ??= kind
      continue
    }
    const at = { practitionerId, start, now: request.now.getTime(), occupant, turn }
    // Own holds, and a visit that moves, are no other occupants: but those of a group are.
    const { from, to } = claimMs(type, start, true)
    if (calendar.bitmap(practitionerId, request.now)?.overlaps(from, to, at.now, at.occupant)) continue
    const assigned = needs === null ? { owners: [] } : assignNeeds(needs, at)
    if ('missing' in assigned) missing ??= assigned.missing
    else chosen.set(practitionerId, { seat, claims: assigned.owners.map((id) => claimOf(calendar, id, type, start)) })
  }
  return { chosen, missing }
}

/** The kind of the resource that is named, if the group visit that has begun to fill has another one. */
const hasOther = (
  calendar: OrganizationCalendar,
  practitionerId: string,
  occupant: string | undefined,
  { type, start, now, resourceId, except }: Omit<ClaimsRequest, 'turn' | 'occupantWith'>,
): Demand['kind'] | null => {
  if (!isGroup(type) || resourceId === undefined || occupant === undefined) return null
  const taken = calendar.bitmap(practitionerId, now)?.seatsTaken(type.id, now.getTime(), except)
  if (!taken?.has(start) || calendar.bitmap(resourceId, now)?.hasOccupant(occupant, now.getTime())) return null
  return calendar.resource(resourceId)?.kind ?? null
}

const claimOf = (calendar: OrganizationCalendar, ownerId: string, type: VisitShape, start: number): OwnerClaim => ({
  ownerId,
  ...claimPeriod(type, new Date(start), calendar.resource(ownerId) === undefined),
})

const freeSeat = (
  calendar: OrganizationCalendar,
  practitionerId: string,
  type: VisitShape,
  start: number,
  now: Date,
): number | null => {
  const taken = calendar.bitmap(practitionerId, now)?.seatsTaken(type.id, now.getTime()).get(start)
  return firstFreeSeat(taken ?? new Set(), type.capacity ?? 1)
}
