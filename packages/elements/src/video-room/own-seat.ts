import type { Visit } from '@visitkit/sdk'
import type { Call } from './call.ts'

const lockOf = (seatId: string): string => `visitkit-seat-${seatId}`

/**
 * One person is in the room once. The server gives each person one seat: a new one replaces the one before. Here a window learns that
 * another window or device of the person is in the room, and that it was replaced itself.
 */
export class OwnSeat {
  readonly #call: Call
  readonly #known = new Set<string>()
  #visitId: string | undefined
  /** The seat of this window, also after the vendor has ended its call. */
  #seatId: string | undefined
  #heldId: string | undefined
  #release = (): void => {}

  constructor(call: Call) {
    this.#call = call
  }

  /**
   * Whether the person is in the room elsewhere. A page that was loaded again still has its seat, and nothing holds the lock of it: the
   * browser releases the lock with the page.
   */
  async isElsewhere({ participants }: Visit): Promise<boolean> {
    const seat = participants.find(({ own, presence }) => own && presence === 'in-room')
    if (!seat || seat.seatId === this.#seatId) return false
    if (seat.own === 'another-session') return true
    const locks = await navigator.locks?.query()
    return locks?.held?.some(({ name }) => name === lockOf(seat.seatId)) ?? false
  }

  /** Other windows of this browser see that the seat is in use. Undefined when there is none. */
  hold(seatId: string | undefined): void {
    if (seatId === this.#heldId) return
    this.#release()
    this.#heldId = seatId
    if (!seatId) return
    this.#seatId = seatId
    const released = new Promise<void>((resolve) => (this.#release = resolve))
    void navigator.locks?.request(lockOf(seatId), () => released)
  }

  /**
   * Seats that the visit had, and has no more, were replaced: the person has another one.
   * @returns Whether that of this window was.
   */
  follow({ id, participants }: Visit): boolean {
    if (id !== this.#visitId) {
      this.#visitId = id
      this.#seatId = this.#heldId
      this.#known.clear()
    }
    const now = new Set(participants.map(({ seatId }) => seatId))
    for (const seatId of this.#known) if (!now.has(seatId)) this.#call.replace(seatId)
    for (const seatId of now) this.#known.add(seatId)
    return this.#seatId !== undefined && this.#call.replaced.has(this.#seatId)
  }
}
