import { operation } from '../../contracts/operation.ts'
import { instant } from '../../identity/present-session.ts'
import { socketPath } from '../live-socket.ts'
import type { LiveTickets } from '../live-tickets.ts'

/** A `read`, although it is a POST: nothing is stored until the ticket is used. */
export const createLiveTicket = (tickets: LiveTickets) =>
  operation()('createLiveTicket', {
    read: async (_input, _gathered, { caller, now }) => {
      const { ticket, expiresAt } = tickets.issue(caller, now)
      return { status: 201, body: { ticket, expiresAt: instant(expiresAt.getTime()), path: socketPath } }
    },
  })
