import type { Write } from '../../../../platform/contracts/write.ts'
import { busyIdsOf, claimPeriod } from '../model/claimed-times.ts'
import type { VisitShape } from '../model/visit-type.ts'
import { confirmHold, extendHold, releaseTime, type BusyRow } from './busy.ts'
import type { OrganizationCalendar } from './organization-calendar.ts'

/** A hold or an appointment, with all times that it takes. */
export interface Claiming {
  readonly id: string
  readonly busyId?: string
  readonly practitionerId: string
  readonly start: Date
  readonly claims: readonly string[]
  readonly claimOwners: readonly string[]
  readonly visitTypeId: string
  readonly seat?: number | null
}

type RowTerms = Required<Pick<BusyRow, 'expiresAt' | 'heldBy' | 'occupant'>>

/** Its rows of `scheduling.busy`: the practitioner's, then the others. `isResource` is whether an owner is no practitioner. */
export const rowsOf = (
  of: Claiming,
  type: VisitShape,
  terms: RowTerms,
  isResource: (ownerId: string) => boolean,
): BusyRow[] => {
  const { seat = null, start, visitTypeId } = of
  const owners = [of.practitionerId, ...of.claimOwners]
  return busyIdsOf(of).map((id, index) => {
    const ownerId = owners[index] ?? ''
    return {
      id,
      practitionerId: ownerId,
      ...claimPeriod(type, start, index === 0 || !isResource(ownerId)),
      ...terms,
      // A group visit counts once, with its first seat.
      countedAt: (index > 0 && isResource(ownerId)) || (seat ?? 1) > 1 ? null : start,
      seat: seat === null || index > 0 ? null : { visitTypeId, start, seat },
    }
  })
}

/** In memory, after the commit. */
export const addRows = (calendar: OrganizationCalendar, of: Claiming, type: VisitShape, terms: RowTerms): void => {
  for (const row of rowsOf(of, type, terms, (id) => calendar.resource(id) !== undefined)) calendar.addBusy(row)
}
export const removeRows = (calendar: OrganizationCalendar, of: Omit<Claiming, 'start' | 'visitTypeId'>): void => {
  const owners = [of.practitionerId, ...of.claimOwners]
  busyIdsOf(of).forEach((id, index) => calendar.removeBusy(owners[index] ?? '', id))
}

type Ids = Pick<Claiming, 'id' | 'busyId' | 'claims'>

export const releaseTimes = (of: Ids): readonly Write[] => busyIdsOf(of).map((id) => releaseTime(id))
/** Conditional: none of them was given to someone else. */
export const extendHolds = (of: Ids, expiresAt: Date): readonly Write[] =>
  busyIdsOf(of).map((id) => extendHold(id, expiresAt))
/** Conditional: none of them was given to someone else. */
export const confirmHolds = (of: Ids, occupant: string): readonly Write[] =>
  busyIdsOf(of).map((id) => confirmHold(id, occupant))
