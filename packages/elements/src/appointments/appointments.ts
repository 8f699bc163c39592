import { html, type CSSResultGroup, type PropertyDeclarations } from 'lit'
import type { Appointment, VisitClient } from '@visitkit/sdk'
import { emit } from '../core/emit.ts'
import { moveFocus } from '../core/focus.ts'
import { loadModule } from '../core/load-module.ts'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import { RowActions } from '../core/row-actions.ts'
import { saveFile } from '../core/save-file.ts'
import { patientPageStyles } from '../core/styles/patient-page.ts'
import { VisitElement } from '../core/visit-element.ts'
import { CancelFlow } from '../time-choice/cancel-flow.ts'
import { timeChoiceMessages } from '../time-choice/time-choice.messages.ts'
import { timeChoiceStyles } from '../time-choice/time-choice.styles.ts'
import { TimeChoice } from '../time-choice/time-choice.ts'
import { GuestsOfList } from '../guests/guests-of-list.ts'
import type { WaitlistPart } from '../waitlist/waitlist-part.ts'
import { isSupported } from './appointment-facts.ts'
import type { AppointmentList } from './appointment-list.ts'
import type { AppointmentsView, PatientReason, Step } from './appointments-view.ts'
import { appointmentsMessages } from './appointments.messages.ts'
import { appointmentsStyles } from './appointments.styles.ts'
import { listAppointments } from './list-appointments.ts'
import { MoveFlow } from '../time-choice/move-flow.ts'
import { PatientVisits } from './patient-visits.ts'
import type { VisitDetails } from './visit-details.ts'
import { visitSkeleton } from './visit-skeleton.ts'
import type * as VisitSteps from './visit-steps.ts'

declare global {
  interface HTMLElementEventMap {
    'visit-appointment-open': CustomEvent<{ appointmentId: string; patientId: string }>
    'visit-appointment-rescheduled': CustomEvent<{ appointmentId: string; patientId: string }>
    'visit-appointment-cancelled': CustomEvent<{ appointmentId: string; patientId: string }>
    'visit-book-requested': CustomEvent<{ visitTypeId: string | null; practitionerId: string | null }>
  }
}

/** Check-in opens and changes close while the page is open. */
const CLOCK_MS = 15_000

/**
 * The patient's upcoming and past visits: opens, moves and cancels one, and saves it to the calendar. Changes by others are shown at once.
 *
 * @fires visit-appointment-open - {CustomEvent<{ appointmentId: string, patientId: string }>} The patient wants to get ready, check in or
 *   join: show the steps to the visit.
 * @fires visit-appointment-rescheduled - {CustomEvent<{ appointmentId: string, patientId: string }>} The visit was moved to another time.
 * @fires visit-appointment-cancelled - {CustomEvent<{ appointmentId: string, patientId: string }>} The visit was cancelled.
 * @fires visit-book-requested - {CustomEvent<{ visitTypeId: string | null, practitionerId: string | null }>} The patient wants to book
 *   again after cancelling, or has no visit booked; then both are null. Show the booking.
 * @csspart heading - The heading, or the question of the step.
 * @csspart waiting - The places on the waiting list, and the times that are offered.
 * @csspart next - The next visit.
 * @csspart later - The visits after it.
 * @csspart past - The visits that are over or cancelled.
 * @csspart bar - The strip at the bottom with the held time and the next step.
 */
export class VisitAppointments extends VisitElement {
  static override styles: CSSResultGroup = [
    VisitElement.styles,
    patientPageStyles,
    timeChoiceStyles,
    appointmentsStyles,
  ]
  static override properties: PropertyDeclarations = {
    patientId: { attribute: 'patient-id' },
    clinicAddress: { attribute: 'clinic-address' },
    mapUrl: { attribute: 'map-url' },
    guestUrl: { attribute: 'guest-url' },
  }
  static override restartOn = ['patientId', 'zone']

  /** The patient's id. Default: every patient of the session. */
  declare patientId: string | undefined
  /** The address of the clinic, for visits that take place there. Default: the one of the organization; without one, the patient reads the telephone number. */
  declare clinicAddress: string | undefined
  /** URL of the page's own map of the clinic. Default: a `geo:` link with the address, which opens a map program. */
  declare mapUrl: string | undefined
  /** The page of the portal on which a guest types their code, to be given to the guest. */
  declare guestUrl: string | undefined

  #t = this.language.bundle(appointmentsMessages)
  #timeTexts = this.language.bundle(timeChoiceMessages)
  #visits = new PatientVisits(this)
  #time = new TimeChoice(this, this.#timeTexts)
  #flow = new MoveFlow(this, this.#time)
  #cancel = new CancelFlow<PatientReason>(this)
  #waitlist: WaitlistPart | null = null
  #details: VisitDetails | null = null
  /** Changing and cancelling: loaded with the visits, and needed for few of them. */
  #steps = new Loader<typeof VisitSteps>(this)
  #files = new RowActions(
    this,
    this.#t,
    () => this.client,
    () => undefined,
  )
  #guests = new GuestsOfList(this, {
    client: () => this.client,
    mayAdmit: () => false,
    guestUrl: () => this.guestUrl ?? '',
  })
  #step: Step = 'list'
  /** The appointment of the step. */
  #one: Appointment | null = null
  /** The time that the move has freed for others. */
  #oldStart: string | null = null
  #clock: ReturnType<typeof setInterval> | undefined

  protected override start(client: VisitClient, signal: AbortSignal): void {
    clearInterval(this.#clock)
    this.#clock = setInterval(() => this.requestUpdate(), CLOCK_MS)
    this.#close()
    client.watch({ types: ['slots.changed'] }, () => void this.#time.refresh(), { signal })
    void this.#loadSteps()
    void this.#load(client, signal)
  }

  /** Also for "Try again". */
  #loadSteps = async (): Promise<void> => {
    const isNeeded = this.#steps.problem !== undefined
    const steps = await this.#steps.run(() => loadModule(import('./visit-steps.ts')), { quietly: true })
    if (steps && isNeeded) await moveFocus(this, '#heading')
  }

  protected override wipe(): void {
    this.#time.end()
    this.#close()
    this.#visits.clear()
    this.#files.reset()
    this.#guests.clear()
    this.#details?.clear()
    this.#waitlist?.clear()
    this.#waitlist = null
    this.announce('')
  }

  protected override removed(): void {
    clearInterval(this.#clock)
  }

  async #load(client: VisitClient, signal: AbortSignal): Promise<void> {
    const { patientId } = this
    const identified = this.#visits.identify(this.connection, patientId)
    // The visits of a patient whom the page names are requested at once.
    if ((!patientId && !(await identified)) || signal.aborted) return
    void this.#loadWaitlist(client, patientId, signal)
    const list = await this.#visits.follow(client, patientId, {
      signal,
      alongside: Promise.all([this.#loadDetails(), identified]),
      changed: (isByOthers) => this.#changed(isByOthers),
    })
    if (list) await this.#resume(client, list)
  }

  /** If they cannot be loaded, the visits are shown without them. */
  async #loadDetails(): Promise<void> {
    const module = await loadModule(import('./visit-details.ts')).catch(() => null)
    if (module) this.#details ??= new module.VisitDetails(this, () => this.client)
    await this.language.ready
  }

  /** If it cannot be loaded, the visits are shown without it. */
  async #loadWaitlist(client: VisitClient, patientId: string | undefined, signal: AbortSignal): Promise<void> {
    const part = await loadModule(import('../waitlist/waitlist-part.ts')).catch(() => null)
    if (!part || signal.aborted) return
    this.#waitlist?.clear()
    this.#waitlist = new part.WaitlistPart(this, client, this.#visits.nameOf)
    this.#waitlist.follow(patientId, signal)
    this.requestUpdate()
  }

  /** The page was loaded again while a new time was held: goes on there. */
  async #resume(client: VisitClient, { open }: AppointmentList): Promise<void> {
    const [one, hold] = (await this.#visits.heldMove(client, open)) ?? []
    if (!one || this.#step !== 'list') return
    this.#step = 'time'
    this.#one = one
    void this.#flow.begin(client, one, hold)
  }

  #changed(isByOthers: boolean): void {
    if (isByOthers) this.announce(this.#t('changedElsewhere'))
    if (!['time', 'confirm', 'cancel'].includes(this.#step)) return
    const one = this.#visits.list.value?.open.find(({ id }) => id === this.#one?.id)
    const stays = one?.status === 'booked' || (one?.status === 'requested' && this.#step === 'cancel')
    if (one && stays) this.#one = one
    else this.#goTo('list')
  }

  #close(): void {
    this.#step = 'list'
    this.#one = null
    this.#flow.reset()
    this.#cancel.reset()
  }

  #goTo = (step: Step, appointment?: Appointment): void => {
    const isStart = this.#step === 'list'
    if (step === 'list') this.#close()
    else this.#one = appointment ?? this.#one
    this.#step = step
    if (step === 'time' && isStart) this.#begin()
    this.requestUpdate()
    void moveFocus(this, '#heading')
  }

  #begin = (): void => {
    if (this.client && this.#one) void this.#flow.begin(this.client, this.#one)
  }

  #move = async (): Promise<void> => {
    const one = this.#one
    if (!one) return
    const moved = await this.#flow.move(one)
    if (!moved) return void (this.#flow.moving.problem && moveFocus(this, '#heading'))
    this.#oldStart = isSupported(one) ? one.start : null
    this.#done(moved, 'moved')
    emit(this, 'visit-appointment-rescheduled', { appointmentId: moved.id, patientId: moved.patientId })
  }

  #cancelNow = async (): Promise<void> => {
    const [client, one] = [this.client, this.#one]
    if (!client || !one) return
    const cancelled = await this.#cancel.cancel(client, one)
    this.requestUpdate()
    if (this.#cancel.isReasonMissing) return moveFocus(this, 'input[name="why"]')
    if (!cancelled) return
    this.#done(cancelled, 'cancelled')
    emit(this, 'visit-appointment-cancelled', { appointmentId: cancelled.id, patientId: cancelled.patientId })
  }

  #done(appointment: Appointment, step: Step): void {
    this.#goTo(step, appointment)
    this.#visits.done(appointment)
  }

  #saveCalendar = (appointment: Appointment): void => {
    void this.#files
      .run(appointment.id, async (client) => {
        saveFile(await client.appointments.calendar(appointment.id), 'visit.ics')
        return true
      })
      .then((done) => done && this.announce(this.#t('calendarSaved')))
  }

  protected override render(): unknown {
    const { me, list, nameOf, types } = this.#visits
    const problem = me.problem ?? list.problem
    if (problem)
      return html`<div>${problemView(this, problem, { texts: this.#t, retry: () => this.startAgain() })}</div>`
    if (list.now.state !== 'ready') return visitSkeleton(this.#t('loading'))
    const view: AppointmentsView = {
      host: this,
      t: this.#t,
      time: { host: this, choice: this.#time, t: this.#timeTexts },
      flow: this.#flow,
      waitlist: this.#waitlist,
      files: this.#files,
      list: list.now.value,
      types,
      details: this.#details,
      nameOf,
      goTo: this.#goTo,
      saveCalendar: this.#saveCalendar,
      guests: me.value?.permissions.includes('guest:manage') ? this.#guests : null,
    }
    return this.#one === null ? [this.#listOf(view), this.#guests.view()] : this.#stepOf(view, this.#one)
  }

  #stepOf(view: AppointmentsView, one: Appointment): unknown {
    const { problem, value: steps } = this.#steps
    if (problem)
      return html`<div>${problemView(this, problem, { texts: this.#t, retry: () => void this.#loadSteps() })}</div>`
    if (!steps) return visitSkeleton(this.#t('loading'))
    switch (this.#step) {
      case 'list':
      case 'time':
        return steps.chooseNewTime(view, one, this.#begin)
      case 'confirm':
        return steps.confirmNewTime(view, one, () => void this.#move())
      case 'moved':
        return steps.movedAppointment(view, one, this.#oldStart)
      case 'cancel':
        return steps.askToCancel(view, one, this.#cancel, () => void this.#cancelNow())
      case 'cancelled':
        return steps.cancelledAppointment(view, one)
    }
  }

  #listOf(view: AppointmentsView): unknown {
    const { pastShown, isReachingBack, more, refresh } = this.#visits
    return listAppointments(view, {
      waiting: this.#waitlist?.cards(refresh),
      pastShown,
      busy: isReachingBack,
      more,
    })
  }
}
