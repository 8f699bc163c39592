import type { Appointment, OnDemandRequest, VisitClient } from '@visitkit/sdk'
import type { BookingView } from '../booking/booking-view.ts'
import { moveFocus } from '../core/focus.ts'
import type { Translate } from '../core/localize.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { emptyForm, missingIn, onDemandTypes, type OnDemandForm } from './on-demand-form.ts'
import type { OnDemandView } from './on-demand-view.ts'
import { askView, entryView } from './on-demand-views.ts'
import type { onDemandEn } from './on-demand.en.ts'
import { onDemandMessages } from './on-demand.messages.ts'
import { WaitingLine } from './waiting-line.ts'
import { lineView } from './waiting-line-views.ts'

interface OnDemandOptions {
  readonly signal: AbortSignal
  readonly emergencyNumber: string | undefined
  /** Whether a request that the person made belongs on this page. */
  readonly isShown: (request: OnDemandRequest) => boolean
  /** The visit of a request that was taken. */
  readonly finish: (appointment: Appointment) => void
}

/** "See a clinician now", in the booking. Loaded if the clinic offers a visit without an appointment. */
export class OnDemandPart implements OnDemandView {
  readonly host: VisitElement
  readonly t: Translate<typeof onDemandEn>
  readonly line: WaitingLine
  readonly emergencyNumber: string | undefined
  form: OnDemandForm = emptyForm()
  readonly #isShown: OnDemandOptions['isShown']
  #isOpen = false

  constructor(host: VisitElement, client: VisitClient, { signal, emergencyNumber, isShown, finish }: OnDemandOptions) {
    this.host = host
    this.emergencyNumber = emergencyNumber
    this.#isShown = isShown
    this.t = host.language.bundle(onDemandMessages)
    host.language.refresh()
    this.line = new WaitingLine(host, client, signal)
    this.line.onTaken = (appointment) => this.#taken(appointment, finish)
  }

  /** Shows the place that the person has already. Resolves with whether there is one. */
  async resume(): Promise<boolean> {
    const isFound = await this.line.find(this.#isShown)
    this.#isOpen ||= isFound
    return isFound
  }

  /** Whether it takes the place of the booking. */
  get isOpen(): boolean {
    return this.#isOpen
  }

  /** Above the first question of the booking. */
  entry(): unknown {
    return entryView(this)
  }

  page(view: BookingView): unknown {
    return this.line.request ? lineView(view, this) : askView(view, this)
  }

  open(): void {
    this.form = emptyForm()
    this.#isOpen = true
    this.#show()
    // They may have asked on another page.
    void this.resume().then((isFound) => {
      if (!isFound) return
      this.#show()
      return this.line.loadTaken()
    })
  }

  close(): void {
    this.line.clear()
    this.#isOpen = false
    this.#show()
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
    await this.line.ask({ patientId, visitTypeId, state, ...(written && { reason: written }) })
    if (this.line.asking.problem?.code === 'already_requested') await this.resume()
    this.#show()
  }

  async leave(): Promise<void> {
    if (!(await this.line.leave())) return
    this.close()
    this.host.announce(this.t('left'))
  }

  /** The same path as after a booking. A visit that has begun since then is on the page of the visits. */
  #taken(appointment: Appointment, finish: OnDemandOptions['finish']): void {
    this.line.clear()
    this.#isOpen = false
    if (appointment.status === 'booked') finish(appointment)
    else this.host.requestUpdate()
  }

  #show(): void {
    this.host.requestUpdate()
    void moveFocus(this.host, '#heading')
  }

  clear(): void {
    this.line.clear()
    this.form = emptyForm()
    this.#isOpen = false
  }
}
