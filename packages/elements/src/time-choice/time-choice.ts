import type { ReactiveController } from 'lit'
import type { Appointment, Hold, PractitionerSummary, VisitClient, VisitType } from '@visitkit/sdk'
import { Loader } from '../core/loader.ts'
import type { Translate } from '../core/localize.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { DayStrip } from './day-strip.ts'
import { HoldController } from './hold-controller.ts'
import { isLostTime } from './is-lost-time.ts'
import type { isUnlicensed } from './is-unlicensed.ts'
import { SlotCalendar } from './slot-calendar.ts'
import type { timeChoiceEn } from './time-choice.en.ts'

/** The visit for which a time is chosen. */
export interface TimeSearch {
  readonly visitType: VisitType
  readonly patientId: string
  /** Where the patient will be. Default: their home state, or that of the appointment. */
  readonly state?: string | undefined
  /** The language that the practitioner must speak. */
  readonly language?: string | undefined
  /** The patients of visits in a row, in their order. None for one visit. */
  readonly together?: readonly string[] | undefined
  /** Times that begin sooner are not offered. */
  readonly leadMs?: number | undefined
  /** The appointment that is moved to the time. */
  readonly moved?: Appointment | undefined
  /** Finds out, when there is no time, whether that is for want of a license. */
  readonly isUnlicensed?: typeof isUnlicensed | undefined
}

/** The choice of a time, without rendering: free times, the days on the screen, and the one hold. Losing a time loses nothing else. */
export class TimeChoice implements ReactiveController {
  readonly times: Loader<SlotCalendar>
  readonly strip: DayStrip
  readonly hold: HoldController

  /** Null: any practitioner. Undefined: not chosen yet. */
  practitionerId: string | null | undefined
  /** Language of the hold; empty for any. */
  language = ''
  /** Start of a slot that another person took during the selection. */
  lostStart: string | null = null
  /** There is no time because no one has a license where the patient will be. */
  isUnlicensed = false

  /** Called before a slot is held, so that an earlier refusal is no longer shown. */
  onChoose: () => void = () => {}

  readonly #host: VisitElement
  readonly #t: Translate<typeof timeChoiceEn>
  #client: VisitClient | null = null
  #search: TimeSearch | null = null
  #heldBefore: Hold | null = null

  constructor(host: VisitElement, t: Translate<typeof timeChoiceEn>) {
    this.#host = host
    this.#t = t
    this.times = new Loader(host)
    this.strip = new DayStrip(host, this.times, () => this.practitionerId ?? null)
    this.hold = new HoldController(host)
    this.hold.onTick = (moment) => {
      if (moment === 'minute') host.announce(t('minuteLeft'))
    }
    host.addController(this)
  }

  get practitioners(): readonly PractitionerSummary[] {
    return [...(this.times.value?.practitioners.values() ?? [])]
  }

  /** The chosen practitioner; null for any. */
  get practitioner(): PractitionerSummary | null {
    const id = this.practitionerId
    return (id && this.times.value?.practitioners.get(id)) || null
  }

  hostConnected(): void {
    this.#host.renderRoot?.addEventListener('focusin', showFocused)
  }

  /** Announces a hold, and shows the held time, which the bar could cover. */
  hostUpdated(): void {
    const held = this.hold.isActive ? this.hold.hold : null
    const before = this.#heldBefore
    this.#heldBefore = held
    if (held === null) return
    const host = this.#host
    if (held.id === before?.id) {
      if (held.renewalsLeft < before.renewalsLeft) host.announce(this.#t('keptLonger'))
      return
    }
    host.announce(this.#t('heldAnnounce', { time: host.format.moment(held.start) }))
    const { activeElement } = host.renderRoot as ShadowRoot
    const pressed = '.slot[aria-pressed="true"]'
    const shown = activeElement?.matches(pressed) ? activeElement : host.renderRoot.querySelector(pressed)
    shown?.scrollIntoView({ block: 'nearest' })
  }

  /** Reads the free times. Resolves with whether they were read. */
  async load(client: VisitClient, search: TimeSearch): Promise<boolean> {
    this.#client = client
    this.#search = search
    return this.reload()
  }

  async reload(): Promise<boolean> {
    const [client, search] = [this.#client, this.#search]
    if (!client || !search) return false
    const { visitType, patientId, state, language, together, leadMs, moved } = search
    const calendar = new SlotCalendar(client, {
      visitTypeId: visitType.id,
      patientId,
      horizonDays: visitType.horizonDays,
      zone: this.#host.format.zone,
      state,
      language,
      inARow: together?.length || undefined,
      leadMs,
      moved,
    })
    const loaded = await this.times.run(async (signal) => {
      const practitionerId = this.practitionerId ?? null
      await calendar.loadUntilAvailable(practitionerId, signal)
      const isNone = !calendar.firstAvailable(practitionerId)
      this.isUnlicensed = isNone && (await search.isUnlicensed?.(client, calendar, practitionerId, signal)) === true
      return calendar
    })
    return loaded !== undefined
  }

  /** Reads the slots again without a loading state: after a live message, or after a slot was lost. */
  async refresh(): Promise<void> {
    const calendar = this.times.value
    if (!calendar) return
    await this.times.run(
      async (signal) => {
        await calendar.refresh(signal)
        return calendar
      },
      { quietly: true },
    )
  }

  choosePractitioner(practitionerId: string | null): void {
    if (practitionerId !== this.practitionerId) this.hold.release()
    this.practitionerId = practitionerId
    this.lostStart = null
    this.strip.goToFirstAvailable()
    void this.#lookFurther(practitionerId)
  }

  /** The days that were read for others may have no time of this practitioner. */
  async #lookFurther(practitionerId: string | null): Promise<void> {
    const calendar = this.times.value
    if (!calendar || calendar.firstAvailable(practitionerId)) return
    const read = await this.times.run(async (signal) => {
      await calendar.loadUntilAvailable(practitionerId, signal)
      return calendar
    })
    if (read && this.practitionerId === practitionerId) this.strip.goToFirstAvailable()
  }

  /** Holds a slot. If another person took it first, only the slot is lost. */
  async choose(start: string): Promise<boolean> {
    const [client, search] = [this.#client, this.#search]
    if (!client || !search) return false
    const { visitType, patientId, state, language, together, moved } = search
    const spoken = this.language || language
    this.lostStart = null
    this.onChoose()
    const request = {
      visitTypeId: visitType.id,
      start,
      patientId,
      ...(state ? { state } : {}),
      ...(this.practitionerId ? { practitionerId: this.practitionerId } : {}),
      ...(spoken ? { language: spoken } : {}),
      ...(moved ? { appointmentId: moved.id } : {}),
    }
    const held = await this.hold.place(client, request, together)
    if (!held && this.hold.problem && isLostTime(this.hold.problem)) {
      this.lostStart = start
      await this.refresh()
    }
    return held
  }

  /** Shows the day of an instant if it has a free time, else the first day that has one. */
  async showDay(instant?: string): Promise<void> {
    const { strip, times, practitionerId, hold } = this
    const calendar = times.value
    const index = calendar && instant ? calendar.dayIndex(instant) : -1
    if (!calendar || index < 0 || index > calendar.lastDay) return strip.goToFirstAvailable()
    strip.goToDay(index)
    await strip.turn(0)
    const [day] = calendar.days(index, 1, practitionerId ?? null)
    if (!day?.slots?.length && !hold.hold) strip.goToFirstAvailable()
  }

  /** Shows times that this person already holds, because the page was loaded again. */
  resume(client: VisitClient, hold: Hold, others?: readonly Hold[]): void {
    void this.hold.resume(client, hold, others)
  }

  /** The server refused the held time. */
  async lose(): Promise<void> {
    this.lostStart = this.hold.hold?.start ?? null
    this.hold.expire()
    await this.refresh()
  }

  /** Releases the hold, and forgets the times and the practitioner. */
  drop(): void {
    this.hold.release()
    this.times.reset()
    this.practitionerId = undefined
    this.lostStart = null
  }

  /** Forgets everything, without a request to the server. */
  end(): void {
    this.hold.clear()
    this.drop()
    this.language = ''
    this.#client = null
    this.#search = null
  }
}

/** A browser brings only the caret of a text field into view, which the bar at the bottom may cover. */
const showFocused = ({ target }: Event): void => {
  if (target instanceof HTMLTextAreaElement) requestAnimationFrame(() => target.scrollIntoView({ block: 'nearest' }))
}
