import { html, nothing, type CSSResultGroup, type PropertyDeclarations } from 'lit'
import type { VisitClient } from '@visitkit/sdk'
import { emit } from '../core/emit.ts'
import { moveFocus } from '../core/focus.ts'
import { loadModule } from '../core/load-module.ts'
import { patientPicker } from '../core/patient-choice.ts'
import { problemView } from '../core/problem-view.ts'
import { saveFile } from '../core/save-file.ts'
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
import type { WaitlistPart } from '../waitlist/waitlist-part.ts'
import { bookedView } from './booked-view.ts'
import { callToBook } from './call-to-book.ts'
import { BookingFlow } from './booking-flow.ts'
import type { BookingView } from './booking-view.ts'
import { bookingMessages } from './booking.messages.ts'
import { bookingStyles } from './booking.styles.ts'
import { choosePractitioner } from './choose-practitioner.ts'
import { chooseSpecialty, chooseVisitType } from './choose-visit.ts'
import { confirmBooking } from './confirm-booking.ts'
import { requestedView } from './requested-view.ts'
import { stepHead } from './step-head.ts'

declare global {
  interface HTMLElementEventMap {
    'visit-booked': CustomEvent<{ appointmentId: string; patientId: string }>
    'visit-requested': CustomEvent<{ appointmentId: string; patientId: string }>
  }
}

/**
 * Books a visit, one decision at a time: reason, visit type, practitioner, time. A chosen slot is held for five minutes.
 *
 * @fires visit-booked - {CustomEvent<{ appointmentId: string, patientId: string }>} The visit is booked.
 * @fires visit-requested - {CustomEvent<{ appointmentId: string, patientId: string }>} The visit is requested; the clinic will answer.
 * @slot booked - What comes next after the booking, e.g. a link to the steps before the visit. Shown when the visit is booked.
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
  #waitlist: WaitlistPart | null = null
  #flow = new BookingFlow(this, this.#time, {
    stepChanged: () => void moveFocus(this, '#heading'),
    booked: ({ id, patientId, status }) =>
      void emit(this, status === 'requested' ? 'visit-requested' : 'visit-booked', { appointmentId: id, patientId }),
  })

  protected override start(client: VisitClient, signal: AbortSignal): void {
    const { patientId, visitTypeId, specialty, practitionerId } = this
    void this.#flow.begin(client, this.connection, { patientId, visitTypeId, specialty, practitionerId })
    client.watch({ types: ['slots.changed'] }, () => void this.#time.refresh(), { signal })
    void this.#loadWaitlist(client, signal)
  }

  /** If it cannot be loaded, the times are shown without it. */
  async #loadWaitlist(client: VisitClient, signal: AbortSignal): Promise<void> {
    const part = await loadModule(import('../waitlist/waitlist-part.ts')).catch(() => null)
    if (!part || signal.aborted) return
    this.#waitlist?.clear()
    this.#waitlist = new part.WaitlistPart(this, client)
    this.requestUpdate()
  }

  protected override wipe(): void {
    this.#flow.end()
    this.#waitlist?.clear()
    this.#waitlist = null
  }

  #saveCalendar = async (): Promise<void> => {
    const appointment = this.#flow.booking.value
    if (!appointment || !this.client) return
    try {
      saveFile(await this.client.appointments.calendar(appointment.id), 'visit.ics')
      this.announce(this.#t('calendarSaved'))
    } catch {
      this.announce(this.core('problem_unknown'))
    }
  }

  protected override render(): unknown {
    const time = { host: this, choice: this.#time, t: this.#timeTexts }
    const view: BookingView = { host: this, flow: this.#flow, t: this.#t, time }
    const { now } = this.#flow.catalog
    if (now.state === 'failed') {
      return html`<div>${problemView(this, now.problem, { texts: this.#t, retry: () => this.startAgain() })}</div>`
    }
    if (now.state !== 'ready') return this.#skeleton()
    if (now.value.visitTypes.length === 0) return this.#empty()
    switch (this.#flow.step) {
      case 'patient':
        return patientPicker(this, now.value.patients, (patientId) => this.#flow.choosePatient(patientId))
      case 'specialty':
        return chooseSpecialty(view)
      case 'visit-type':
        return chooseVisitType(view)
      case 'practitioner':
        return this.#time.times.now.state === 'ready' ? choosePractitioner(view) : this.#looking(view)
      case 'time':
        return this.#chooseTime(view)
      case 'confirm':
        return confirmBooking(view)
      case 'booked':
        return this.#booked(view)
    }
  }

  #booked(view: BookingView): unknown {
    const appointment = this.#flow.booking.value
    if (!appointment) return nothing
    const { appointmentsUrl } = this
    return appointment.status === 'requested'
      ? requestedView(view, appointment, appointmentsUrl)
      : bookedView(view, appointment, { appointmentsUrl, saveCalendar: () => void this.#saveCalendar() })
  }

  #chooseTime(view: BookingView): unknown {
    const { flow, t, time } = view
    return chooseTime(time, {
      head: html`${stepHead(view, t('timeHeading'))}
      ${flow.visitType?.bookingMode === 'view' ? callToBook(view) : nothing}`,
      next: () => flow.proceed(),
      elsewhere: flow.asks('practitioner') ? () => flow.goTo('practitioner') : undefined,
      below: this.#waitForTime(flow),
    })
  }

  /** Below the times, unless one is held. */
  #waitForTime({ visitType, patientId }: BookingFlow): unknown {
    const { hold, practitionerId = null, language } = this.#time
    if (visitType?.bookingMode !== 'instant' || !this.#time.times.value || hold.isActive || hold.placing) return nothing
    return this.#waitlist?.join({ patientId, visitTypeId: visitType.id, practitionerId, language })
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
