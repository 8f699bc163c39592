import type { DayPart, VisitClient, WaitlistEntry } from '@visitkit/sdk'
import { addDays, dayKey } from '../core/format.ts'
import { IdempotencyKeys } from '../core/idempotency-keys.ts'
import { Loader } from '../core/loader.ts'
import type { VisitElement } from '../core/visit-element.ts'

/** The visit for which the patient would wait. */
export interface WaitFor {
  readonly patientId: string
  readonly visitTypeId: string
  /** Null: any. */
  readonly practitionerId: string | null
  readonly language?: string | undefined
  /** Where the patient will be. Default: their home state, or that of the appointment. */
  readonly state?: string | undefined
  /** The appointment that moves to an earlier time. */
  readonly moved?: { readonly id: string; readonly start: string } | undefined
}

const SUGGESTED_DAYS = 14
/** As long as the contract allows. */
const MOST_DAYS = 89

/** Joins the waiting list, without rendering. Another visit is another choice. */
export class JoinFlow {
  readonly joining: Loader<WaitlistEntry>
  isOpen = false
  from = ''
  to = ''
  readonly dayParts = new Set<DayPart>()
  /** Whether the person pressed the button without days. */
  areDaysMissing = false
  readonly #host: VisitElement
  readonly #keys = new IdempotencyKeys()
  #about = ''

  constructor(host: VisitElement) {
    this.#host = host
    this.joining = new Loader(host)
  }

  get firstDay(): string {
    return this.#host.format.today
  }

  /** The last day that can be chosen. */
  lastDay({ moved }: WaitFor): string {
    const last = addDays(this.from || this.firstDay, MOST_DAYS)
    const before = moved ? dayKey(moved.start, this.#host.format.zone) : last
    return before < last ? before : last
  }

  /** Begins again when the visit is another one. */
  follow(wanted: WaitFor): void {
    const about = JSON.stringify(wanted)
    if (about === this.#about) return
    this.reset()
    this.#about = about
  }

  open(wanted: WaitFor): void {
    this.isOpen = true
    this.from = this.firstDay
    const [suggested, last] = [addDays(this.from, SUGGESTED_DAYS), this.lastDay(wanted)]
    this.to = suggested < last ? suggested : last
    this.#host.requestUpdate()
  }

  close(): void {
    this.isOpen = false
    this.joining.reset()
    this.#host.requestUpdate()
  }

  async join(client: VisitClient, wanted: WaitFor): Promise<WaitlistEntry | undefined> {
    const { from, to } = this
    this.areDaysMissing = !from || !to || to < from
    if (this.areDaysMissing || this.joining.busy) return undefined
    const { patientId, visitTypeId, practitionerId, language, state, moved } = wanted
    const body = {
      ...{ patientId, visitTypeId, from, to },
      ...(practitionerId && { practitionerId }),
      ...(language && { language }),
      ...(state && { state }),
      ...(moved && { appointmentId: moved.id }),
      ...(this.dayParts.size > 0 && { dayParts: [...this.dayParts] }),
    }
    return this.joining.run((signal) => client.waitlist.join(body, { signal, ...this.#keys.for('join', body) }))
  }

  reset(): void {
    this.#about = ''
    this.isOpen = false
    this.areDaysMissing = false
    this.dayParts.clear()
    this.joining.reset()
    this.#keys.done()
  }
}
