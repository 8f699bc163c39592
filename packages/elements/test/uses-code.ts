import type { VisitGuest } from '@visitkit/sdk'
import type { SampleWorld } from '@visitkit/sdk/testing'

/** The guest types their code, which no client of a page does: the back end of the portal exchanges it. */
export const usesCode = ({ live }: SampleWorld, guest: VisitGuest, ownName: string): void => {
  Object.assign(guest, { ownName, status: guest.status === 'invited' ? 'waiting' : guest.status })
  const { id: guestId, appointmentId, patientId } = guest
  live.emit({ type: 'guest.changed', ids: { guestId, appointmentId, patientId } })
}
