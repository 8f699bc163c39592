import { nothing, type CSSResultGroup, type PropertyDeclarations } from 'lit'
import type { Appointment, CancellationReason, Me, PractitionerSummary, VisitClient, Watch } from '@visitkit/sdk'
import { emit } from '../core/emit.ts'
import { moveFocus } from '../core/focus.ts'
import { followWatch } from '../core/follow-watch.ts'
import type { Formatter } from '../core/format.ts'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import { listStyles } from '../core/styles/list.ts'
import { workspaceStyles } from '../core/styles/workspace.ts'
import { VisitElement } from '../core/visit-element.ts'
import { CancelFlow } from '../time-choice/cancel-flow.ts'
import { MoveFlow } from '../time-choice/move-flow.ts'
import { timeChoiceMessages } from '../time-choice/time-choice.messages.ts'
import { timeChoiceStyles } from '../time-choice/time-choice.styles.ts'
import { TimeChoice } from '../time-choice/time-choice.ts'
import { AnswerFlow } from './answer-flow.ts'
import { AwayFlow } from './away-flow.ts'
import { calendar } from './calendar.ts'
import { DragVisit } from './drag-visit.ts'
import { HoursFlow } from './hours-flow.ts'
import { readPeople, type People } from './read-people.ts'
import { readSchedule, type Schedule } from './read-schedule.ts'
import { instantAt, type Period } from './schedule-days.ts'
import { scheduleSkeleton } from './schedule-skeleton.ts'
import type { ScheduleView, Step } from './schedule-view.ts'
import { scheduleMessages } from './schedule.messages.ts'
import { scheduleStyles } from './schedule.styles.ts'
import { stepPanel } from './step-panel.ts'
import { patientOf } from './visit-facts.ts'
import { WideLayout } from './wide-layout.ts'

declare global {
  interface HTMLElementEventMap {
    'visit-appointment-rescheduled': CustomEvent<{ appointmentId: string; patientId: string }>
    'visit-appointment-cancelled': CustomEvent<{ appointmentId: string; patientId: string }>
    'visit-time-off-added': CustomEvent<{ practitionerId: string; affected: number }>
  }
}

/**
 * A practitioner's day and week: visits with their state, hours and time off. Moves and cancels visits, and shows which visits a change
 * affects before it is saved. Changes by others are shown at once. Times are those of the practitioner's own zone.
 *
 * @fires visit-appointment-rescheduled - {CustomEvent<{ appointmentId: string, patientId: string }>} A visit was moved to another time.
 * @fires visit-appointment-cancelled - {CustomEvent<{ appointmentId: string, patientId: string }>} A visit was cancelled.
 * @fires visit-time-off-added - {CustomEvent<{ practitionerId: string, affected: number }>} Time off was saved, with the number of booked
 *   visits in it.
 * @csspart heading - The heading, or the question of the step.
 * @csspart needs-time - The visits that need another time.
 * @csspart list - The days below each other.
 * @csspart grid - The week in columns.
 * @csspart affected - The booked visits that a change affects.
 * @csspart bar - The strip at the bottom with the held time and the next step.
 */
export class VisitSchedule extends VisitElement {
  static override styles: CSSResultGroup = [
    VisitElement.styles,
    workspaceStyles,
    listStyles,
    timeChoiceStyles,
    scheduleStyles,
  ]
  static override properties: PropertyDeclarations = { practitionerId: { attribute: 'practitioner-id' }, period: {} }
  static override restartOn = ['practitionerId']

  /** The practitioner. Default: the practitioner of the session; others choose one. */
  declare practitionerId: string | undefined
  /** What is shown first, `day` or `week`. Default: `day`. */
  declare period: Period | undefined

  #t = this.language.bundle(scheduleMessages)
  #timeTexts = this.language.bundle(timeChoiceMessages)
  #people = new Loader<People>(this)
  #schedule = new Loader<Schedule>(this)
  #watch: Watch<Schedule> | null = null
  #time = new TimeChoice(this, this.#timeTexts)
  #flow = new MoveFlow(this, this.#time)
  #cancel = new CancelFlow<CancellationReason>(this)
  #answer = new AnswerFlow(this)
  #away = new AwayFlow(this)
  #hours = new HoursFlow(this)
  #drag = new DragVisit((one, day, minute) => void this.#drop(one, day, minute))
  #chosenId: string | undefined
  #shownPeriod: Period | undefined
  #day: string | null = null
  #step: Step = 'calendar'
  #one: Appointment | null = null
  #selectedId: string | undefined
  /** What was done last. */
  #done = ''
  #layout = new WideLayout(this)
  #reading: AbortController | null = null

  /** Times are in the practitioner's zone, which is that of hours and time off. */
  override get format(): Formatter {
    const zone = this.#schedule.value?.availability.zone
    return zone ? super.format.at(zone) : super.format
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#reading?.abort()
  }

  protected override start(client: VisitClient, signal: AbortSignal): void {
    this.#close()
    client.watch({ types: ['slots.changed'] }, () => void this.#time.refresh(), { signal })
    void this.#begin(client, signal)
  }

  protected override wipe(): void {
    this.#reading?.abort()
    this.#time.end()
    this.#close()
    this.#people.reset()
    this.#schedule.reset()
    this.#chosenId = undefined
    this.#done = ''
    this.announce('')
  }

  async #begin(client: VisitClient, signal: AbortSignal): Promise<void> {
    const people = await this.#people.run(() => readPeople(client, this.connection, this.practitionerId, signal))
    if (people && !signal.aborted) this.#read(client, signal)
  }

  get #whoseId(): string | undefined {
    return this.practitionerId ?? this.#people.value?.me?.practitionerId ?? this.#chosenId
  }

  #read(client: VisitClient, outer: AbortSignal): void {
    const practitionerId = this.#whoseId
    this.#reading?.abort()
    const reading = (this.#reading = new AbortController())
    outer.addEventListener('abort', () => reading.abort(), { once: true })
    if (!practitionerId) return
    const watch = client.watch(
      ({ signal }) => readSchedule(client, { practitionerId, period: this.#periodShown, day: this.#day }, signal),
      { on: ['appointment.changed', 'visit.changed', 'slots.changed'], signal: reading.signal },
    )
    this.#watch = watch
    void this.#schedule.run(() => followWatch(watch, (changed) => this.#changed(changed)))
  }

  get #periodShown(): Period {
    return this.#shownPeriod ?? (this.period === 'week' ? 'week' : 'day')
  }

  #changed(schedule: Schedule): void {
    this.#schedule.set(schedule)
    this.#hours.follow(schedule.availability)
    const id = this.#one?.id
    if (!id || !['time', 'confirm', 'cancel', 'answer'].includes(this.#step)) return
    const known = [...schedule.unsupported, ...schedule.appointments].find((one) => one.id === id)
    if (known?.status === (this.#step === 'answer' ? 'requested' : 'booked')) this.#one = known
    else if (schedule.days.length > 0 && known) this.#goTo('calendar')
  }

  #close(): void {
    this.#step = 'calendar'
    this.#one = null
    this.#flow.reset()
    this.#cancel.reset()
    this.#answer.reset()
  }

  #goTo = (step: Step, appointment?: Appointment): void => {
    const { value } = this.#schedule
    const isStart = this.#step === 'calendar'
    if (step === 'calendar') this.#close()
    else {
      this.#one = appointment ?? this.#one
      this.#done = ''
    }
    this.#step = step
    if (step === 'time' && isStart) this.#choose()
    if (step === 'away' && value)
      this.#away.begin(value.days.includes(value.today) ? value.today : (value.days[0] ?? ''))
    if (step === 'hours' && value) this.#hours.begin(value.availability)
    this.requestUpdate()
    void moveFocus(this, '#heading')
  }

  #choose = (): void => {
    if (this.client && this.#one) void this.#flow.begin(this.client, this.#one)
  }

  /** Holds the time at which the visit was dropped. A refusal is shown with the nearest times. */
  async #drop(one: Appointment, day: string, minute: number): Promise<void> {
    const start = instantAt(day, minute, this.format.zone)
    if (!this.client || start === one.start) return
    this.#one = one
    this.#step = 'time'
    await this.#flow.begin(this.client, one)
    const isHeld = await this.#time.choose(start)
    if (this.#one?.id === one.id) this.#goTo(isHeld ? 'confirm' : 'time')
  }

  #show = (shown: { readonly period?: Period; readonly day?: string | null }): void => {
    if (shown.period) this.#shownPeriod = shown.period
    if (shown.day !== undefined) this.#day = shown.day
    this.#selectedId = undefined
    this.#done = ''
    this.#watch?.refresh()
    this.requestUpdate()
  }

  #choosePractitioner = (practitionerId: string): void => {
    this.#chosenId = practitionerId
    this.#day = null
    this.#selectedId = undefined
    this.#done = ''
    this.#schedule.reset()
    if (this.client && this.#reading !== null) this.#read(this.client, new AbortController().signal)
  }

  /** Back to the calendar, with what was done. */
  #finish(done: string): void {
    this.#goTo('calendar')
    this.#done = done
    this.announce(done)
    this.#watch?.refresh()
  }

  #move = async (): Promise<void> => {
    const one = this.#one
    if (!one) return
    const moved = await this.#flow.move(one)
    if (!moved) return void (this.#flow.moving.problem && moveFocus(this, '#heading'))
    this.#finish(this.#t('moved', { name: patientOf({ t: this.#t }, one), time: this.format.moment(moved.start) }))
    emit(this, 'visit-appointment-rescheduled', { appointmentId: moved.id, patientId: moved.patientId })
  }

  #cancelNow = async (): Promise<void> => {
    const [client, one] = [this.client, this.#one]
    if (!client || !one) return
    const cancelled = await this.#cancel.cancel(client, one)
    if (this.#cancel.isReasonMissing) return moveFocus(this, 'input[name="why"]')
    if (!cancelled) return
    this.#finish(this.#t('cancelled', { name: patientOf({ t: this.#t }, one), time: this.format.moment(one.start) }))
    emit(this, 'visit-appointment-cancelled', { appointmentId: cancelled.id, patientId: cancelled.patientId })
  }

  #sendAnswer = async (): Promise<void> => {
    const [client, one] = [this.client, this.#one]
    if (!client || !one) return
    const answered = await this.#answer.send(client, one)
    if (this.#answer.isMissing) return moveFocus(this, 'input[name="answer"]')
    if (!answered) return
    const words = answered.status === 'booked' ? 'approved' : 'declined'
    this.#finish(this.#t(words, { name: patientOf({ t: this.#t }, one), time: this.format.moment(one.start) }))
  }

  #saveAway = async (): Promise<void> => {
    const [client, practitionerId] = [this.client, this.#whoseId]
    if (!client || !practitionerId) return
    const added = await this.#away.save(client, practitionerId)
    if (!added) return
    const { affected: count, cancelled } = added
    const words = cancelled.length > 0 ? 'savedAwayCancel' : 'savedAwayFlag'
    this.#finish(count > 0 ? this.#t(words, { count }) : this.#t('savedAway'))
    emit(this, 'visit-time-off-added', { practitionerId, affected: count })
  }

  #saveHours = async (): Promise<void> => {
    if (!this.client) return
    if (await this.#hours.save(this.client)) this.#finish(this.#t('savedHours'))
    else if (this.#hours.affected.count > 0) await moveFocus(this, '#affected')
  }

  protected override render(): unknown {
    const { now } = this.#people
    if (now.state === 'failed')
      return problemView(this, now.problem, { texts: this.#t, retry: () => this.startAgain() })
    if (now.state !== 'ready') return scheduleSkeleton(this.#t('loading'))
    const { me, practitioners } = now.value
    const may = (permission: Me['permissions'][number]): boolean => me?.permissions.includes(permission) ?? false
    const view: ScheduleView = {
      host: this,
      t: this.#t,
      time: { host: this, choice: this.#time, t: this.#timeTexts },
      flow: this.#flow,
      mayBook: may('appointment:book'),
      mayDecide: may('appointment:decide'),
      mayManage: may('availability:manage'),
      goTo: this.#goTo,
    }
    const whoseId = this.#whoseId
    const name = whoseId === me?.practitionerId ? undefined : this.#nameOf(whoseId, practitioners)
    const panel = stepPanel(view, {
      ...{
        step: this.#step,
        one: this.#one,
        name,
        cancel: this.#cancel,
        answer: this.#answer,
        away: this.#away,
        hours: this.#hours,
      },
      ...{
        choose: this.#choose,
        move: this.#move,
        cancelNow: this.#cancelNow,
        sendAnswer: this.#sendAnswer,
        saveAway: this.#saveAway,
      },
      ...{ saveHours: this.#saveHours, client: () => this.client, practitionerId: () => this.#whoseId },
      done: (text) => {
        this.announce(text)
        this.#watch?.refresh()
      },
    })
    if (panel) return panel
    const { problem } = this.#schedule
    return calendar(view, {
      ...{ schedule: this.#schedule.value, practitioners, practitionerId: whoseId, name },
      ...{ period: this.#periodShown, isWide: this.#layout.isWide, done: this.#done, drag: this.#drag },
      selectedId: this.#selectedId,
      select: (id) => {
        this.#selectedId = id === this.#selectedId ? undefined : id
        this.requestUpdate()
        if (this.#selectedId) void moveFocus(this, '#selected')
      },
      ...{ choose: this.#choosePractitioner, show: this.#show },
      instead: problem
        ? problemView(this, problem, { texts: this.#t, retry: () => this.startAgain() })
        : this.#schedule.busy
          ? scheduleSkeleton(this.#t('loading'))
          : nothing,
    })
  }

  #nameOf(id: string | undefined, practitioners: readonly PractitionerSummary[]): string | undefined {
    const chosen = practitioners.find((one) => one.id === id)
    return (chosen ?? this.#schedule.value?.appointments[0]?.practitioner)?.displayName
  }
}
