import { nothing } from 'lit'
import type { Appointment, OnDemandRequest, RequestOnDemand, VisitClient } from '@visitkit/sdk'
import type { BookingView } from '../booking/booking-view.ts'
import { reasonSince } from '../booking/reason-since.ts'
import { moveFocus } from '../core/focus.ts'
import { IdempotencyKeys } from '../core/idempotency-keys.ts'
import { KeptText } from '../core/kept-text.ts'
import { Loader } from '../core/loader.ts'
import type { Translate } from '../core/localize.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { emptyForm, missingIn, onDemandTypes, type OnDemandForm } from './on-demand-form.ts'
import type { OnDemandView } from './on-demand-view.ts'
import { askView, entryView } from './on-demand-views.ts'
import type { onDemandEn } from './on-demand.en.ts'
import { onDemandMessages } from './on-demand.messages.ts'
import { WaitingPlace } from './waiting-place.ts'
import { alsoInLine, lineView } from './waiting-line-views.ts'

interface OnDemandOptions {
  readonly signal: AbortSignal
  readonly emergencyNumber: string | undefined
  readonly nameOf: (patientId: string) => string
  /** Whether a request that the person made belongs on this page. */
  readonly isShown: (request: OnDemandRequest) => boolean
  /** The visit of a request that was taken. */
  readonly finish: (appointment: Appointment) => void
}

/** "See a clinician now", in the booking: one place in line for each patient. Loaded if the clinic offers a visit without an appointment. */
export class OnDemandPart implements OnDemandView {
  readonly host: VisitElement
  readonly t: Translate<typeof onDemandEn>
  readonly asking: Loader<OnDemandRequest>
  readonly emergencyNumber: string | undefined
  form: OnDemandForm = emptyForm()
  /** The first in line first. */
  places: readonly WaitingPlace[] = []
  readonly #client: VisitClient
  readonly #keys = new IdempotencyKeys()
  readonly #kept: KeptText
  readonly #isShown: OnDemandOptions['isShown']
  readonly #nameOf: OnDemandOptions['nameOf']
  readonly #finish: OnDemandOptions['finish']
  #isOpen = false
  /** The form is shown for one more patient. */
  #isAsking = false

  constructor(
    host: VisitElement,
    client: VisitClient,
    { signal, emergencyNumber, nameOf, isShown, finish }: OnDemandOptions,
  ) {
    this.host = host
    this.#client = client
    this.emergencyNumber = emergencyNumber
    this.#isShown = isShown
    this.#nameOf = nameOf
    this.#finish = finish
    this.t = host.language.bundle(onDemandMessages)
    host.language.refresh()
    this.asking = new Loader(host)
    this.#kept = new KeptText(host, 'booking-reason', (reason) => this.change({ reason }))
    client.watch({ types: ['on-demand.changed'] }, ({ ids }) => 'requestId' in ids && this.#changed(ids.requestId), {
      signal,
    })
    signal.addEventListener('abort', () => this.clear(), { once: true })
  }

  /**
   * Shows the places that the person has already: the page was loaded again, or they asked on another page. Resolves with whether there is one.
   * A visit of a request that was taken is read by `loadTaken`.
   */
  async resume(): Promise<boolean> {
    const own = await this.#client.onDemand
      .listOwn({ limit: 100 })
      .toArray(100)
      .catch(() => [])
    for (const request of own) {
      if (!this.#isShown(request) || this.#placeOf(request.id)) continue
      // It may be about to end.
      void this.#add(request).renew()
    }
    this.#isOpen ||= this.places.length > 0
    return this.places.length > 0
  }

  loadTaken(): void {
    for (const place of this.places) void place.loadTaken()
  }

  /** Whether it takes the place of the booking. */
  get isOpen(): boolean {
    return this.#isOpen
  }

  /** A reason is written before it is known for whom: it is nowhere else. */
  get hasText(): boolean {
    return this.form.reason.trim() !== '' && this.form.patientId === ''
  }

  keepReason(): unknown {
    const about = this.form.patientId
    return about ? this.#kept.of(this.#client, { about, patientId: about, since: reasonSince() }) : nothing
  }

  /** Above the first question of the booking. */
  entry(): unknown {
    return entryView(this)
  }

  /** Above the booking, if someone still waits while the page shows something else. */
  also(): unknown {
    return alsoInLine(this)
  }

  page(view: BookingView): unknown {
    return this.places.length === 0 || this.#isAsking ? askView(view, this) : lineView(view, this)
  }

  open(): void {
    this.form = emptyForm()
    this.#isOpen = true
    this.#isAsking = false
    this.#show()
    // They may have asked on another page.
    void this.resume().then((isFound) => {
      if (!isFound) return
      this.#show()
      this.loadTaken()
    })
  }

  /** Back from the form: to the line, or to the booking. */
  close(): void {
    this.asking.reset()
    this.form = emptyForm()
    this.#isAsking = false
    this.#isOpen = this.places.length > 0
    this.#show()
  }

  /** The form, for one more patient. */
  askAnother(): void {
    this.form = emptyForm()
    this.#isAsking = true
    this.#show()
  }

  waits(patientId: string): boolean {
    return this.places.some(({ request }) => request.patientId === patientId)
  }

  nameOf({ request }: WaitingPlace): string {
    return this.#nameOf(request.patientId)
  }

  prepare({ flow }: BookingView): OnDemandForm {
    const { patient, patients = [], visitTypes = [] } = flow.catalog.value ?? {}
    const { form } = this
    form.patientId ||= patient?.id ?? ''
    form.visitTypeId ||= onDemandTypes(visitTypes)[0]?.id ?? ''
    form.state ||= patients.find(({ id }) => id === form.patientId)?.state ?? ''
    return form
  }

  change(more: Partial<OnDemandForm>): void {
    Object.assign(this.form, more)
    this.host.requestUpdate()
  }

  async ask(): Promise<void> {
    const { patientId, visitTypeId, state, reason } = this.form
    const missing = missingIn(this.form)
    this.change({ missing })
    if (missing.size > 0) return moveFocus(this.host, missing.has('patientId') ? '#now-patientId' : '#now-state')
    const written = reason.trim()
    await this.#request({ patientId, visitTypeId, state, ...(written && { reason: written }) })
    if (this.asking.problem?.code === 'already_requested' && (await this.resume())) {
      this.#isAsking = false
      this.loadTaken()
    }
    this.#show()
  }

  /** As before: a place that was not renewed in time. */
  async askAgain({ request }: WaitingPlace): Promise<void> {
    const { patientId, visitTypeId, state, language, reason } = request
    await this.#request({ patientId, visitTypeId, state, ...(language && { language }), ...(reason && { reason }) })
    this.#show()
  }

  async leave(place: WaitingPlace): Promise<void> {
    if (!(await place.leave())) return
    this.remove(place)
    this.host.announce(this.t('left'))
  }

  /** A place that is over is not shown any more. */
  remove(place: WaitingPlace): void {
    this.#drop(place)
    if (!this.#goToLast()) this.close()
  }

  /** To the visit of the only place that is left, if it was taken. */
  #goToLast(): boolean {
    const [last, ...others] = this.places
    if (!last?.taken.value || others.length > 0) return false
    this.goToVisit(last)
    return true
  }

  /** To the visit of a request that was taken, while others still wait. */
  goToVisit(place: WaitingPlace): void {
    const appointment = place.taken.value
    if (!appointment) return
    this.#drop(place)
    this.#isOpen = false
    this.#finish(appointment)
  }

  async #request(body: RequestOnDemand): Promise<void> {
    if (this.asking.busy) return
    const request = await this.asking.run((signal) =>
      this.#client.onDemand.request(body, { signal, ...this.#keys.for('ask', body) }),
    )
    if (!request) return
    this.#keys.done()
    void this.#kept.sent()
    this.form = emptyForm()
    this.#isAsking = false
    for (const place of this.places.filter((one) => !one.isWaiting && one.request.patientId === request.patientId))
      this.#drop(place)
    this.#add(request).take(request)
  }

  /** The request may be known already: it was read before the answer came. */
  #placeOf(requestId: string): WaitingPlace | undefined {
    return this.places.find(({ request }) => request.id === requestId)
  }

  #add(request: OnDemandRequest): WaitingPlace {
    const known = this.#placeOf(request.id)
    if (known) return known
    const place = new WaitingPlace(this.host, this.#client, request, (one, appointment) =>
      this.#taken(one, appointment),
    )
    this.places = [...this.places, place]
    return place
  }

  #changed(requestId: string): void {
    // Those behind it move on.
    if (this.#placeOf(requestId)) for (const place of this.places) void place.read()
    else if (this.places.length > 0) void this.resume().then(() => this.loadTaken())
  }

  /** The same path as after a booking, unless others wait. A visit that has begun since then is on the page of the visits. */
  #taken(place: WaitingPlace, appointment: Appointment): void {
    const { status } = appointment
    if (status === 'booked' && this.places.some((one) => one !== place)) {
      this.host.requestUpdate()
      return this.host.announce(this.t('takenFor', { name: this.nameOf(place) }))
    }
    this.#drop(place)
    this.#isOpen = this.places.length > 0
    if (status === 'booked') this.#finish(appointment)
    else if (!this.#goToLast()) this.host.requestUpdate()
  }

  #drop(place: WaitingPlace): void {
    place.clear()
    this.places = this.places.filter((one) => one !== place)
  }

  #show(): void {
    this.host.requestUpdate()
    void moveFocus(this.host, '#heading')
  }

  clear(): void {
    for (const place of this.places) place.clear()
    this.places = []
    this.asking.reset()
    this.form = emptyForm()
    this.#isOpen = false
    this.#isAsking = false
  }
}
