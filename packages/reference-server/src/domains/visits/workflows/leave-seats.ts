import type { Change } from '../../../platform/contracts/change.ts'
import { nothingToDo } from '../../../platform/contracts/reaction.ts'
import { seatLeft } from '../events.ts'
import type { Seat } from '../model/seat.ts'
import type { VisitFacts } from '../model/visit.ts'
import type { VisitsContext } from '../ports.ts'
import { seats as seatTable } from '../store/seats.ts'
import { ejectSeat } from './end-room.ts'

/** A seat that someone holds, with its visit. */
export interface HeldSeat {
  readonly visit: VisitFacts
  readonly seat: Seat
}

/** Ends the connections of these seats at the vendor. Rejects when the vendor does not respond: the reaction is tried again. */
export const ejectSeated = async (
  { video }: Pick<VisitsContext, 'video'>,
  { organizationId, now }: { readonly organizationId: string; readonly now: Date },
  seated: readonly HeldSeat[],
): Promise<void> => {
  for (const { visit, seat } of seated) {
    const provider = await video.providerOf(organizationId, visit.vendor)
    const covered = provider?.capabilities(now).covered
    if (provider && visit.room && covered?.has('roomsAtVendor') && covered.has('eject'))
      await ejectSeat(provider, seat, visit.room)
  }
}

/** Stores that these seats were left, or nothing if there are none. */
export const leaveSeated = (seated: readonly HeldSeat[], now: Date): Change<void> | typeof nothingToDo => {
  if (seated.length === 0) return nothingToDo
  const left = seated.map(({ visit, seat: before }) => ({ visit, before, after: { ...before, leftAt: now } }))
  return {
    writes: left.map(({ before, after }) => seatTable.replace(after, before)),
    events: left.map(({ visit, after }) => seatLeft(visit, after)),
    answer: undefined,
  }
}
