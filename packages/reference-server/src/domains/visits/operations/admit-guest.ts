import { operation } from '../../../platform/contracts/operation.ts'
import { guestChanged } from '../events.ts'
import { admitGuest as admit } from '../model/guest.ts'
import type { VisitsContext } from '../ports.ts'
import { presentGuest } from '../presenters/present-guest.ts'
import { replaceGuest } from '../store/guests.ts'
import { gatherGuest, ownersOfGuest } from '../workflows/gather-guest.ts'

export const admitGuest = operation<VisitsContext>()('admitGuest', {
  gather: ({ path }, ports, context) => gatherGuest(ports, context, path.guestId),
  decide: (_, { guest, seated }, { now }) => {
    const admitted = admit(guest, seated?.visit ?? null, now)
    const answer = { status: 200, body: presentGuest(admitted ?? guest, now) } as const
    if (admitted === null) return { answer }
    return {
      writes: [replaceGuest(admitted, guest)],
      events: [guestChanged(admitted, ownersOfGuest(guest.practitionerId, seated))],
      answer,
    }
  },
})
