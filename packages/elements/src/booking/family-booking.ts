import type { Appointment, Hold, VisitClient } from '@visitkit/sdk'
import { IdempotencyKeys } from '../core/idempotency-keys.ts'
import { KeptText } from '../core/kept-text.ts'
import { Loader } from '../core/loader.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { isLostTime } from '../time-choice/is-lost-time.ts'
import type { BookingFlow } from './booking-flow.ts'
import { reasonSince } from './reason-since.ts'

/** Books the held visits of a row one after the other, without rendering. What is booked stays booked when a later one is refused. */
export class FamilyBooking {
  readonly work: Loader<null>
  /** In the order of the visits. */
  booked: readonly Appointment[] = []
  /** In the person's own words, by patient. */
  readonly reasons = new Map<string, string>()
  readonly #host: VisitElement
  readonly #client: VisitClient
  /** By patient. */
  readonly #kept = new Map<string, KeptText>()
  readonly #keys = new IdempotencyKeys()

  constructor(host: VisitElement, client: VisitClient) {
    this.#host = host
    this.#client = client
    this.work = new Loader(host)
  }

  /** For the text area of a reason: keeps it until the visit is booked. */
  keepReason(patientId: string): unknown {
    const kept =
      this.#kept.get(patientId) ??
      new KeptText(this.#host, 'booking-reason', (reason) => this.reasons.set(patientId, reason))
    this.#kept.set(patientId, kept)
    return kept.of(this.#client, { about: patientId, patientId, since: reasonSince() })
  }

  /** The holds that are not booked yet. */
  open({ time: { hold } }: BookingFlow): readonly Hold[] {
    const all = hold.hold ? [hold.hold, ...hold.others] : []
    return all.filter((one) => !this.booked.some((done) => isOf(done, one)))
  }

  /** Resolves with whether all are booked. */
  async book(flow: BookingFlow): Promise<boolean> {
    if (this.work.busy) return false
    const done = await this.work.run(async (signal) => {
      for (const hold of this.open(flow)) {
        const appointment = await this.#bookOne(hold, flow.time.language, signal)
        this.booked = [...this.booked, appointment]
        void this.#kept.get(appointment.patientId)?.sent()
        flow.dispatch(appointment)
      }
      return null
    })
    if (this.work.problem && isLostTime(this.work.problem)) await flow.time.lose()
    return done === null
  }

  #bookOne({ id: holdId, patientId = '' }: Hold, language: string, signal: AbortSignal): Promise<Appointment> {
    const reason = this.reasons.get(patientId)?.trim()
    const body = { holdId, patientId, ...(reason && { reason }), ...(language && { language }) }
    return this.#client.appointments.book(body, { signal, ...this.#keys.for('book', holdId) })
  }

  /** The patients whose visits are not booked yet choose another time. */
  chooseAgain(flow: BookingFlow): void {
    const done = new Set(this.booked.map(({ patientId }) => patientId))
    this.work.reset()
    flow.rest(flow.together.filter((id) => !done.has(id)))
  }

  reset(): void {
    this.work.reset()
    this.booked = []
    this.reasons.clear()
    for (const kept of this.#kept.values()) kept.reset()
    this.#kept.clear()
    this.#keys.done()
  }
}

const isOf = (appointment: Appointment, hold: Hold): boolean =>
  appointment.patientId === hold.patientId && appointment.start === hold.start
