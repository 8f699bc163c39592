import { operation } from '../../../platform/contracts/operation.ts'
import { guestChanged, seatLeft } from '../events.ts'
import { removeGuest as remove } from '../model/guest.ts'
import { isHeld } from '../model/seat.ts'
import type { VisitsContext } from '../ports.ts'
import { presentGuest } from '../presenters/present-guest.ts'
import { replaceGuest } from '../store/guests.ts'
import { seats as seatTable } from '../store/seats.ts'
import { ejectSeat } from '../workflows/end-room.ts'
import { gatherGuest, ownersOfGuest } from '../workflows/gather-guest.ts'

export const removeGuest = operation<VisitsContext>()('removeGuest', {
  gather: async ({ path }, ports, context) => {
    const loaded = await gatherGuest(ports, context, path.guestId)
    const { guest, seated } = loaded
    const held = (seated?.seats ?? []).filter((seat) => isHeld(seat) && seat.personId === guest.id)
    if (seated?.visit.room && held.length > 0) {
      const { visit } = seated
      const { room } = visit
      const provider = await ports.video.providerOf(context.caller.organizationId, visit.vendor)
      const covered = provider?.capabilities(context.now).covered
      // A vendor that does not respond blocks no removal: the seat has no rights, and every page drops the guest's connection.
      if (provider && room && covered?.has('roomsAtVendor') && covered.has('eject'))
        await Promise.allSettled(held.map((seat) => ejectSeat(provider, seat, room)))
    }
    return { ...loaded, held }
  },
  decide: (_, { guest, seated, held }, { now }) => {
    const removed = remove(guest, now)
    const answer = { status: 200, body: presentGuest(removed ?? guest, now) } as const
    if (removed === null) return { answer }
    const left = held.map((before) => ({ before, after: { ...before, leftAt: now } }))
    return {
      writes: [replaceGuest(removed, guest), ...left.map(({ before, after }) => seatTable.replace(after, before))],
      events: [
        guestChanged(removed, ownersOfGuest(guest.practitionerId, seated)),
        ...(seated === null ? [] : left.map(({ after }) => seatLeft(seated.visit, after))),
      ],
      answer,
    }
  },
})
