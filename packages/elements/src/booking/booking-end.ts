import { nothing } from 'lit'
import type { Appointment, VisitClient } from '@visitkit/sdk'
import { KeptText } from '../core/kept-text.ts'
import type { Translate } from '../core/localize.ts'
import { saveFile } from '../core/save-file.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { bookedView } from './booked-view.ts'
import type { bookingEndEn } from './booking-end.en.ts'
import { bookingEndMessages } from './booking-end.messages.ts'
import type { BookingView } from './booking-view.ts'
import { confirmBooking } from './confirm-booking.ts'
import type { EndView } from './end-view.ts'
import { reasonSince } from './reason-since.ts'
import { requestedView } from './requested-view.ts'

/** The last steps: check and book, and that it is booked. Loaded while the person chooses. */
export class BookingEnd {
  readonly #host: VisitElement
  readonly #client: VisitClient
  readonly #t: Translate<typeof bookingEndEn>
  readonly #kept: KeptText
  #flow: BookingView['flow'] | null = null

  constructor(host: VisitElement, client: VisitClient) {
    this.#host = host
    this.#client = client
    this.#t = host.language.bundle(bookingEndMessages)
    host.language.refresh()
    this.#kept = new KeptText(host, 'booking-reason', (text) => {
      if (this.#flow) this.#flow.reason = text
      host.requestUpdate()
    })
  }

  confirm(view: BookingView): unknown {
    this.#flow = view.flow
    const about = view.flow.patientId
    return confirmBooking(this.#of(view), {
      kept: this.#kept.of(this.#client, { about, patientId: about, since: reasonSince() }),
      booked: () => void this.#kept.sent(),
    })
  }

  booked(view: BookingView, appointmentsUrl: string | undefined): unknown {
    const appointment = view.flow.booking.value
    if (!appointment) return nothing
    return appointment.status === 'requested'
      ? requestedView(this.#of(view), appointment, appointmentsUrl)
      : bookedView(this.#of(view), appointment, {
          appointmentsUrl,
          saveCalendar: () => void this.#saveCalendar(appointment),
        })
  }

  #of(view: BookingView): EndView {
    return { ...view, end: this.#t }
  }

  async #saveCalendar({ id }: Appointment): Promise<void> {
    const host = this.#host
    try {
      saveFile(await this.#client.appointments.calendar(id), 'visit.ics')
      host.announce(this.#t('calendarSaved'))
    } catch {
      host.announce(host.core('problem_unknown'))
    }
  }
}
