import type { DomainEvent } from '../../../platform/contracts/event.ts'
import { nothingToDo, onEvents } from '../../../platform/contracts/reaction.ts'
import { isHeld } from '../model/seat.ts'
import type { VisitsContext } from '../ports.ts'
import { listVisitsByPerson } from '../store/visit-and-seats.ts'
import { ejectSeated, leaveSeated, type HeldSeat } from '../workflows/leave-seats.ts'

const withdrawals = [
  'directory.member-disabled',
  'directory.member-changed',
  'directory.proxy-ended',
  'directory.login-released',
  'directory.person-signed-out',
] as const
type Withdrawal = DomainEvent<(typeof withdrawals)[number]>

/** Whose access it ends, or null if the event withdraws nothing. */
const personOf = ({ type, data }: Withdrawal): string | null => {
  switch (type) {
    case 'directory.member-disabled':
      return data.memberId
    case 'directory.member-changed':
      return data.lostRoles.length > 0 ? data.memberId : null
    case 'directory.proxy-ended':
    case 'directory.login-released':
    case 'directory.person-signed-out':
      return data.personId
  }
}

/** Who signs in again with the rights that are left may take another seat. */
const isOf = (event: Withdrawal, { seat }: HeldSeat): boolean =>
  seat.personId === personOf(event) && seat.takenAt <= new Date(event.at)

/**
 * A person whose access was withdrawn leaves every room, whatever session they took the seat in: one that idled out during the call has
 * ended before, so that no end of it follows.
 */
export const onAccessWithdrawnLeaveSeats = onEvents<VisitsContext>()(
  withdrawals,
  'visits.leave-seats-on-access-withdrawn',
  {
    gather: async (page, ports, { db, now }) => {
      const personIds = page.map(personOf).filter((id) => id !== null)
      if (personIds.length === 0) return nothingToDo
      const seated = (await listVisitsByPerson(db, personIds))
        .flatMap(({ visit, seats }) => seats.filter(isHeld).map((seat) => ({ visit, seat })))
        .filter((held) => page.some((event) => isOf(event, held)))
      if (seated.length === 0) return nothingToDo
      await ejectSeated(ports, { organizationId: page[0].organizationId, now }, seated)
      return seated
    },
    decide: (event, seated, { now }) =>
      leaveSeated(
        seated.filter((held) => isOf(event, held)),
        now,
      ),
  },
)
