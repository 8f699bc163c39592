import { html, noChange, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import type { Appointment, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import type { Formatter } from '../core/format.ts'
import { loadModule } from '../core/load-module.ts'
import { problemView } from '../core/problem-view.ts'
import { keptStyles } from '../core/styles/kept.ts'
import { workspaceStyles } from '../core/styles/workspace.ts'
import { VisitElement } from '../core/visit-element.ts'
import { WideLayout } from '../core/wide-layout.ts'
import { GuestsOfList } from '../guests/guests-of-list.ts'
import { MissingCaptionerPart } from '../captioner/missing-captioner.ts'
import { MissingInterpreterPart } from '../interpreter/missing-interpreter.ts'
import { calendar } from './calendar.ts'
import { DragVisit } from './drag-visit.ts'
import { PanelSwitch } from './panel-switch.ts'
import type { People } from './read-people.ts'
import type { Schedule } from './read-schedule.ts'
import { instantAt, type Period } from './schedule-days.ts'
import { ScheduleReader } from './schedule-reader.ts'
import { scheduleSkeleton } from './schedule-skeleton.ts'
import type { PanelName, PanelTarget, ScheduleExtras, ScheduleView } from './schedule-view.ts'
import { scheduleMessages } from './schedule.messages.ts'
import { scheduleStyles } from './schedule.styles.ts'

/** Pixels from which the week is a grid. */
const GRID_FROM = 820

declare global {
  interface HTMLElementEventMap {
    'visit-appointment-rescheduled': CustomEvent<{ appointmentId: string; patientId: string }>
    'visit-appointment-cancelled': CustomEvent<{ appointmentId: string; patientId: string }>
    'visit-booked': CustomEvent<{ appointmentId: string; patientId: string }>
    'visit-time-off-added': CustomEvent<{ practitionerId: string; affected: number }>
    'visit-on-demand-taken': CustomEvent<{ appointmentId: string; patientId: string }>
  }
}

/**
 * A practitioner's day and week: visits with their state, hours and time off. Books, moves and cancels visits, and shows which visits a change
 * affects before it is saved. Changes by others are shown at once. Times are those of the practitioner's own zone. It also has what belongs
 * to the whole clinic, for those who may: the waitlist, who waits now, visits that need another time, closures, rooms and interpreters.
 *
 * @fires visit-appointment-rescheduled - {CustomEvent<{ appointmentId: string, patientId: string }>} A visit was moved to another time.
 * @fires visit-appointment-cancelled - {CustomEvent<{ appointmentId: string, patientId: string }>} A visit was cancelled.
 * @fires visit-booked - {CustomEvent<{ appointmentId: string, patientId: string }>} A visit was booked; once for each of several.
 * @fires visit-time-off-added - {CustomEvent<{ practitionerId: string, affected: number }>} Time off was saved, with the number of booked
 *   visits in it.
 * @fires visit-on-demand-taken - {CustomEvent<{ appointmentId: string, patientId: string }>} A patient who waits now was taken: the visit
 *   begins within five minutes.
 * @csspart heading - The heading, or the question of the step.
 * @csspart needs-time - The visits that need another time.
 * @csspart tools - The ways to what belongs to the whole clinic.
 * @csspart waiting - The patients who wait for a time, or for the next free clinician.
 * @csspart downtime - A day of the list for a time without the system.
 * @csspart closures - The times at which the clinic is closed.
 * @csspart exceptions - The days with other hours.
 * @csspart resources - The rooms, interpreters and equipment.
 * @csspart list - The days below each other.
 * @csspart grid - The week in columns.
 * @csspart affected - The booked visits that a change affects.
 * @csspart patients - The patients of a new visit.
 * @csspart groups - The groups with a free seat.
 * @csspart occurrences - The visits of a series.
 * @csspart override - The reason why a visit is booked outside the rules.
 * @csspart code - The code of a refusal.
 * @csspart bar - The strip at the bottom with the held time and the next step.
 */
export class VisitSchedule extends VisitElement {
  static override styles: CSSResultGroup = [VisitElement.styles, workspaceStyles, keptStyles, scheduleStyles]
  static override properties: PropertyDeclarations = {
    practitionerId: { attribute: 'practitioner-id' },
    period: {},
    guestUrl: { attribute: 'guest-url' },
  }
  static override restartOn = ['practitionerId']

  /** The practitioner. Default: the practitioner of the session; others choose one. */
  declare practitionerId: string | undefined
  /** What is shown first, `day` or `week`. Default: `day`. */
  declare period: Period | undefined
  /** The page of the portal on which a guest types their code, to be given to the guest. */
  declare guestUrl: string | undefined

  #t = this.language.bundle(scheduleMessages)
  #reader: ScheduleReader = new ScheduleReader(
    this,
    () => ({ practitionerId: this.practitionerId, period: this.period }),
    (schedule) => this.#changed(schedule),
  )
  #guests: GuestsOfList = new GuestsOfList(this, {
    client: () => this.client,
    mayAdmit: () => this.#view.may('guest:admit'),
    guestUrl: () => this.guestUrl ?? '',
  })
  #interpreter: MissingInterpreterPart = new MissingInterpreterPart(this, 'their', () => this.client)
  #captioner: MissingCaptionerPart = new MissingCaptionerPart(this, 'their', () => this.client)
  #view: ScheduleView = {
    host: this,
    t: this.#t,
    client: () => this.client,
    schedule: () => this.#reader.schedule.value,
    practitionerId: () => this.#reader.practitionerId,
    name: () => this.#reader.name,
    isOwn: () => this.#reader.isOwn,
    may: (permission) => this.#reader.people.value?.me?.permissions.includes(permission) ?? false,
    extras: () => this.#extras,
    guests: this.#guests,
    interpreter: this.#interpreter,
    captioner: this.#captioner,
    open: (panel, target) => this.#open(panel, target),
    close: () => this.#close(),
    said: () => this.#done,
    finish: (done, shown) => this.#finish(done, shown),
    done: (done) => this.#say(done),
  }
  #panels: PanelSwitch = new PanelSwitch(this.#view)
  #drag = new DragVisit((one, day, minute) => this.#drop(one, day, minute))
  #layout = new WideLayout(this, GRID_FROM)
  #life: AbortSignal | null = null
  #extras: ScheduleExtras | null = null
  #selectedId: string | undefined
  /** What was done last. */
  #done = ''
  #onlyLacking = false

  /** Times are in the practitioner's zone, which is that of hours and time off. */
  override get format(): Formatter {
    const zone = this.#reader.schedule.value?.availability.zone
    return zone ? super.format.at(zone) : super.format
  }

  protected override start(client: VisitClient, signal: AbortSignal): void {
    this.#life = signal
    this.#extras = null
    this.#panels.close()
    void this.#begin(client, signal)
  }

  /** If the part cannot be loaded, the schedule is shown without it. */
  async #begin(client: VisitClient, signal: AbortSignal): Promise<void> {
    await this.#reader.begin(client, this.connection, signal)
    const part = await loadModule(import('./tools/schedule-tools.ts')).catch(() => null)
    if (!part || signal.aborted) return
    const tools = new part.ScheduleTools(this.#view, client, signal)
    while (this.language.ready) await this.language.ready
    if (signal.aborted) return
    this.#extras = tools
    const schedule = this.#view.schedule()
    if (schedule) tools.follow(schedule)
    this.requestUpdate()
  }

  #changed(schedule: Schedule): void {
    this.#panels.follow(schedule)
    this.#extras?.follow(schedule)
  }

  protected override wipe(): void {
    this.#panels.close()
    this.#extras = null
    this.#guests.clear()
    this.#interpreter.clear()
    this.#captioner.clear()
    this.#reader.reset()
    this.#done = ''
    this.#onlyLacking = false
    this.announce('')
  }

  #open(panel: PanelName, target: PanelTarget = {}): void {
    this.#done = ''
    if (this.#life) this.#panels.open(panel, target, this.#life)
    this.requestUpdate()
  }

  #close(): void {
    this.#panels.close()
    this.requestUpdate()
    void moveFocus(this, '#heading')
  }

  #finish(done: string, shown?: Appointment): void {
    this.#panels.finish()
    if (shown) this.#reader.showVisit(shown)
    this.requestUpdate()
    void moveFocus(this, '#heading')
    this.#done = done
    this.#say(done)
  }

  #say(done: string): void {
    this.announce(done)
    this.#reader.refresh()
  }

  #drop(appointment: Appointment, day: string, minute: number): void {
    const start = instantAt(day, minute, this.format.zone)
    if (start !== appointment.start) this.#open('move', { appointment, start })
  }

  /** Other days or another practitioner: what was opened and done belongs to those before. */
  #turn(turned: () => void): void {
    this.#selectedId = undefined
    this.#done = ''
    turned()
    this.requestUpdate()
  }

  #select(id: string): void {
    this.#selectedId = id === this.#selectedId ? undefined : id
    this.requestUpdate()
    if (this.#selectedId) void moveFocus(this, '#selected')
  }

  #filter(isOn: boolean): void {
    this.#onlyLacking = isOn
    this.requestUpdate()
  }

  protected override render(): unknown {
    const { now } = this.#reader.people
    if (now.state === 'failed')
      return problemView(this, now.problem, { texts: this.#t, retry: () => this.startAgain() })
    if (now.state !== 'ready') return scheduleSkeleton(this.#t('loading'))
    const panel = this.#panels.render()
    // The hundreds of blocks of the calendar stay laid out while a panel is shown in their place. The panel is first: both have a heading of
    // that id.
    const shown = html`<div class="kept" ?hidden=${panel !== null}>
      ${panel ? noChange : this.#calendar(now.value)}
    </div>`
    return [panel ?? nothing, shown, this.#guests.view()]
  }

  #calendar({ practitioners }: People): TemplateResult {
    const { schedule, practitionerId, name, period } = this.#reader
    const { problem, busy, value } = schedule
    return calendar(this.#view, {
      ...{ schedule: value, practitioners, practitionerId, name, period },
      ...{ isWide: this.#layout.isWide, done: this.#done, drag: this.#drag, selectedId: this.#selectedId },
      onlyLacking: this.#onlyLacking,
      filter: (isOn) => this.#filter(isOn),
      select: (id) => this.#select(id),
      choose: (id) => this.#turn(() => this.#reader.choose(id)),
      show: (shown) => this.#turn(() => this.#reader.show(shown)),
      instead: problem
        ? problemView(this, problem, { texts: this.#t, retry: () => this.startAgain() })
        : busy
          ? scheduleSkeleton(this.#t('loading'))
          : nothing,
    })
  }
}
