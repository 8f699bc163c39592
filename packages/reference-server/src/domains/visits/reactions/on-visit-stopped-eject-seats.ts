import { nothingToDo, onEvents } from '../../../platform/contracts/reaction.ts'
import { isHeld, latestOfEach } from '../model/seat.ts'
import type { VisitsContext } from '../ports.ts'
import { listVisitsAndSeats } from '../store/visit-and-seats.ts'
import { ejectSeat } from '../workflows/end-room.ts'
import { hasRoomsAtVendors } from '../workflows/has-rooms-at-vendors.ts'

/**
 * Ejects at the vendor everyone whose seat a revoked consent has closed. Retried until the vendor has done it. The room stays: the patient
 * may consent again, and who has a new seat by then is left in peace.
 */
export const onVisitStoppedEjectSeats = onEvents<VisitsContext>()(
  ['visits.consent-revoked'],
  'visits.eject-seats-on-consent-revoked',
  {
    gather: async (page, ports, { db, now }) => {
      if (!hasRoomsAtVendors(ports, now)) return nothingToDo
      const stopped = await listVisitsAndSeats(
        db,
        page.map(({ data }) => data.visitId),
      )
      await Promise.all(
        stopped.map(async ({ visit, seats }) => {
          const provider = await ports.video.providerOf(page[0].organizationId, visit.vendor)
          const covered = provider?.capabilities(now).covered
          const { room } = visit
          if (!provider || room === null || !covered?.has('roomsAtVendor') || !covered.has('eject')) return
          const closed = latestOfEach(seats).filter((seat) => !isHeld(seat))
          await Promise.all(closed.map((seat) => ejectSeat(provider, seat, room)))
        }),
      )
      return nothingToDo
    },
    decide: () => nothingToDo,
  },
)
