import { html, nothing, type CSSResultGroup, type PropertyDeclarations } from 'lit'
import type { VisitClient } from '@visitkit/sdk'
import { emit } from '../core/emit.ts'
import { moveFocus } from '../core/focus.ts'
import { guardLeaving } from '../core/leave-guard.ts'
import { patientPicker } from '../core/patient-choice.ts'
import { problemView } from '../core/problem-view.ts'
import type { Problem } from '../core/problem.ts'
import { bannerStyles } from '../core/styles/banner.ts'
import { buttonStyles } from '../core/styles/button.ts'
import { cardStyles } from '../core/styles/card.ts'
import { fieldStyles } from '../core/styles/field.ts'
import { listStyles } from '../core/styles/list.ts'
import { skeletonStyles } from '../core/styles/skeleton.ts'
import { VisitElement } from '../core/visit-element.ts'
import { chooseTime } from '../time-choice/choose-time.ts'
import { timeChoiceMessages } from '../time-choice/time-choice.messages.ts'
import { timeChoiceStyles } from '../time-choice/time-choice.styles.ts'
import { TimeChoice } from '../time-choice/time-choice.ts'
import { BookingFlow } from './booking-flow.ts'
import { BookingParts } from './booking-parts.ts'
import type { Catalog } from './booking-catalog.ts'
import type { BookingView } from './booking-view.ts'
import { bookingMessages } from './booking.messages.ts'
import { bookingStyles } from './booking.styles.ts'
import { callToBook } from './call-to-book.ts'
import { choosePractitioner } from './choose-practitioner.ts'
import { chooseSpecialty, chooseVisitType } from './choose-visit.ts'
import { stepHead } from './step-head.ts'

declare global {
  interface HTMLElementEventMap {
    'visit-booked': CustomEvent<{ appointmentId: string; patientId: string }>
    'visit-requested': CustomEvent<{ appointmentId: string; patientId: string }>
  }
}

const offline: Problem = { code: 'connection_failed', status: 0, errors: [] }

/**
 * Books a visit, one decision at a time: reason, visit type, practitioner, time. A chosen slot is held for five minutes.
 *
 * @fires visit-booked - {CustomEvent<{ appointmentId: string, patientId: string }>} The visit is booked.
 * @fires visit-requested - {CustomEvent<{ appointmentId: string, patientId: string }>} The visit is requested; the clinic will answer.
 * @slot booked - What comes next after the booking, e.g. a link to the steps before the visit. Shown when one visit is booked.
 * @csspart heading - The question of the step.
 * @csspart bar - The strip at the bottom with the held time and the next step.
 * @cssproperty --visit-slot-background - Background of a free time.
 * @cssproperty --visit-day-background - Background of a day with free times.
 * @cssproperty --visit-bar-background - Background of the strip at the bottom.
 */
export class VisitBooking extends VisitElement {
  static override styles: CSSResultGroup = [
    VisitElement.styles,
    bannerStyles,
    buttonStyles,
    cardStyles,
    fieldStyles,
    listStyles,
    skeletonStyles,
    timeChoiceStyles,
    bookingStyles,
  ]
  static override properties: PropertyDeclarations = {
    patientId: { attribute: 'patient-id' },
    visitTypeId: { attribute: 'visit-type-id' },
    specialty: {},
    practitionerId: { attribute: 'practitioner-id' },
    appointmentsUrl: { attribute: 'appointments-url' },
  }
  static override restartOn = ['patientId', 'visitTypeId', 'specialty', 'practitionerId', 'zone']

  /** The patient's id. Default: the only patient of the session; the person chooses if there are several. */
  declare patientId: string | undefined
  /** The visit type. The person chooses if it is left out. */
  declare visitTypeId: string | undefined
  /** Code of the specialty. The person chooses if it is left out and there are several. */
  declare specialty: string | undefined
  /** The practitioner. The person chooses if it is left out. */
  declare practitionerId: string | undefined
  /** URL of the page with `visit-appointments`, where a booked visit can be changed. Default: the patient reads the telephone number. */
  declare appointmentsUrl: string | undefined

  #t = this.language.bundle(bookingMessages)
  #timeTexts = this.language.bundle(timeChoiceMessages)
  #time = new TimeChoice(this, this.#timeTexts)
  #parts = new BookingParts(this, (appointment) => this.#flow.finish(appointment))
  #flow = new BookingFlow(this, this.#time, {
    prepare: (catalog) => this.#parts.prepare(catalog),
    placeOf: ({ state }, { licenseRequired }) => ({
      state,
      isUnlicensed: licenseRequired ? this.#parts.place?.isUnlicensed : undefined,
    }),
    stepChanged: () => void moveFocus(this, '#heading'),
    booked: ({ id, patientId, status }) =>
      void emit(this, status === 'requested' ? 'visit-requested' : 'visit-booked', { appointmentId: id, patientId }),
  })

  constructor() {
    super()
    guardLeaving(this, () => this.#parts.onDemand?.hasText ?? false)
  }

  protected override start(client: VisitClient, signal: AbortSignal): void {
    const { patientId, visitTypeId, specialty, practitionerId } = this
    this.#parts.start(client, this.connection, signal)
    const preset = { patientId, visitTypeId, specialty, practitionerId }
    void this.#flow.begin(client, this.connection, preset).then(() => this.#parts.showTaken())
    client.watch({ types: ['slots.changed'] }, () => void this.#time.refresh(), { signal })
  }

  protected override wipe(): void {
    this.#flow.end()
    this.#parts.clear()
  }

  protected override render(): unknown {
    const { now } = this.#flow.catalog
    if (now.state === 'failed') {
      return html`<div>${problemView(this, now.problem, { texts: this.#t, retry: () => this.startAgain() })}</div>`
    }
    if (now.state !== 'ready') return this.#skeleton()
    if (now.value.visitTypes.length === 0) return this.#empty()
    const isToRead = this.#flow.visitType?.bookingMode === 'view'
    const time = { host: this, choice: this.#time, t: this.#timeTexts, isToRead }
    const view: BookingView = { host: this, flow: this.#flow, t: this.#t, time, place: this.#parts.place }
    const { onDemand } = this.#parts
    if (onDemand?.isOpen) return onDemand.page(view)
    const isFirst = this.#flow.step !== 'booked' && this.#flow.decided.length === 0
    if (!onDemand || (!isFirst && onDemand.places.length === 0)) return this.#stepOf(view, now.value)
    return html`<div class="stack">
      ${onDemand.places.length > 0 ? onDemand.also() : onDemand.entry()} ${this.#stepOf(view, now.value)}
    </div>`
  }

  #stepOf(view: BookingView, { patients }: Catalog): unknown {
    const { flow } = view
    const { family } = this.#parts
    switch (flow.step) {
      case 'patient':
        if (family?.isOpen) return family.who(view)
        return html`<div class="stack">
          ${patientPicker(this, patients, (patientId) => flow.choosePatient(patientId))} ${family?.entry() ?? nothing}
        </div>`
      case 'specialty':
        return chooseSpecialty(view)
      case 'visit-type':
        return chooseVisitType(view)
      case 'state':
        return view.place?.choose(view)
      case 'practitioner':
        if (this.#time.times.value && this.#time.isUnlicensed) return view.place?.unlicensedStep(view)
        return this.#time.times.now.state === 'ready' ? choosePractitioner(view) : this.#looking(view)
      case 'time':
        return this.#chooseTime(view)
      case 'confirm':
      case 'booked':
        return this.#end(view)
    }
  }

  /** Its part is loaded while the person chooses. */
  #end(view: BookingView): unknown {
    const { flow } = view
    const { family, end } = this.#parts
    if (family?.isBooked) return family.booked(view, this.appointmentsUrl)
    if (flow.together.length > 0)
      return family?.confirm(view) ?? problemView(this, offline, { texts: this.#t, retry: () => this.startAgain() })
    const { now } = end
    if (now.state === 'failed')
      return problemView(this, now.problem, { texts: this.#t, retry: () => void this.#parts.loadEnd() })
    if (now.state !== 'ready') return this.#skeleton()
    return flow.step === 'confirm' ? now.value.confirm(view) : now.value.booked(view, this.appointmentsUrl)
  }

  #chooseTime(view: BookingView): unknown {
    const { flow, t, time } = view
    return chooseTime(time, {
      head: html`${stepHead(view, t(time.isToRead ? 'timesHeading' : 'timeHeading'))}
      ${time.isToRead ? callToBook(view) : nothing}`,
      next: () => flow.proceed(),
      elsewhere: flow.asks('practitioner') ? () => flow.goTo('practitioner') : undefined,
      below: this.#waitForTime(flow),
      unlicensed: view.place?.noLicense(view),
    })
  }

  /** Below the times, unless one is held. */
  #waitForTime({ visitType, patientId, place: { state }, together }: BookingFlow): unknown {
    if (together.length > 0) return nothing
    const { hold, practitionerId = null, language } = this.#time
    if (visitType?.bookingMode !== 'instant' || !this.#time.times.value || hold.isActive || hold.placing) return nothing
    return this.#parts.waitlist?.join({ patientId, visitTypeId: visitType.id, practitionerId, language, state })
  }

  /** Who is free is not known yet, nor whether there is a choice. */
  #looking(view: BookingView): unknown {
    const { problem } = this.#time.times
    return html`<div class="stack">
      ${stepHead(view, this.#timeTexts('loadingTimes'))}
      ${
        problem
          ? problemView(this, problem, { texts: this.#t, retry: () => void this.#flow.loadTimes() })
          : this.#skeletonList()
      }
    </div>`
  }

  #empty(): unknown {
    return html`<div class="tight">
      <h2 id="heading" part="heading" aria-level=${this.headingLevel}>${this.#t('emptyHeading')}</h2>
      <p>${this.#t('emptyText')}</p>
    </div>`
  }

  #skeleton(): unknown {
    return html`<div class="stack" aria-busy="true">
      <p class="visually-hidden" role="status">${this.#t('loading')}</p>
      <span class="skeleton title half"></span>
      ${this.#skeletonList()}
    </div>`
  }

  #skeletonList(): unknown {
    return html`<div class="card list" aria-busy="true">
      ${[1, 2, 3].map(() => html`<div class="stack"><span class="skeleton half"></span><span class="skeleton short"></span></div>`)}
    </div>`
  }
}
