import type { VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import type { Translate } from '../core/localize.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { BookingView } from './booking-view.ts'
import { FamilyBooking } from './family-booking.ts'
import type { FamilyView } from './family-view.ts'
import { bookedFamily, chooseFamily, confirmFamily, familyEntry } from './family-views.ts'
import type { familyEn } from './family.en.ts'
import { familyMessages } from './family.messages.ts'

/** As many as the server holds together. */
const MOST = 6

/** Visits in a row for several patients. Loaded for a person who acts for others. */
export class FamilyPart implements FamilyView {
  readonly t: Translate<typeof familyEn>
  readonly booking: FamilyBooking
  isOpen = false
  chosen: readonly string[] = []
  isCountWrong = false
  readonly #host: VisitElement

  constructor(host: VisitElement, client: VisitClient) {
    this.#host = host
    this.t = host.language.bundle(familyMessages)
    host.language.refresh()
    this.booking = new FamilyBooking(host, client)
  }

  /** Whether the visits were booked in a row. */
  get isBooked(): boolean {
    return this.booking.booked.length > 1 && this.booking.work.now.state === 'ready'
  }

  /** Below the patients of the first step. */
  entry(): unknown {
    return familyEntry(this)
  }

  who(view: BookingView): unknown {
    return chooseFamily(view, this)
  }

  confirm(view: BookingView): unknown {
    return confirmFamily(view, this)
  }

  booked(view: BookingView, appointmentsUrl: string | undefined): unknown {
    return bookedFamily(view, this, appointmentsUrl)
  }

  show(isOpen: boolean): void {
    if (isOpen) this.booking.reset()
    this.isOpen = isOpen
    this.chosen = []
    this.isCountWrong = false
    this.#host.requestUpdate()
    void moveFocus(this.#host, '#heading')
  }

  choose(patientId: string, isChosen: boolean): void {
    const others = this.chosen.filter((id) => id !== patientId)
    this.chosen = isChosen ? [...others, patientId] : others
    this.isCountWrong = false
    this.#host.requestUpdate()
  }

  goOn({ flow }: BookingView): void {
    const { chosen } = this
    this.isCountWrong = chosen.length < 2 || chosen.length > MOST
    this.#host.requestUpdate()
    if (this.isCountWrong) return void moveFocus(this.#host, 'input[name="who"]')
    this.isOpen = false
    this.chosen = []
    flow.chooseTogether(chosen)
  }

  async book({ flow }: BookingView): Promise<void> {
    const isDone = await this.booking.book(flow)
    const [first] = this.booking.booked
    if (isDone && first) flow.show(first)
    else await moveFocus(this.#host, '#heading')
  }

  /** Begins again. */
  another({ flow }: BookingView): void {
    this.booking.reset()
    flow.bookAnother()
  }
}
