import type { Availability, AvailabilityException, AvailabilityWindow, VisitClient } from '@visitkit/sdk'
import { addDays } from '../../core/format.ts'
import { OwnDraft } from '../../core/own-draft.ts'
import type { Schedule } from '../read-schedule.ts'
import type { ScheduleView } from '../schedule-view.ts'
import { SupplyEdit } from '../supply-edit.ts'

/** A day with other hours that is added, changed or removed. */
interface ExceptionDraft {
  /** Null: a new one. */
  readonly replaces: AvailabilityException | null
  readonly isRemoval: boolean
  readonly date: string
  readonly windows: readonly AvailabilityWindow[]
}

/** The days of a practitioner with other hours, without rendering. What a change does to booked visits is seen before it is saved. */
export class ExceptionsFlow {
  readonly edit: SupplyEdit<Availability>
  draft: ExceptionDraft | null = null
  /** What is wrong with the day, after the person pressed the button. */
  fault: 'missing' | 'taken' | null = null
  #saved: Availability | null = null
  readonly #view: ScheduleView
  readonly #kept: OwnDraft

  constructor(view: ScheduleView) {
    this.#view = view
    this.#kept = new OwnDraft(view.host, 'other-hours')
    this.edit = new SupplyEdit(view.host)
  }

  /** From today on, in order of time. */
  get upcoming(): readonly AvailabilityException[] {
    const today = this.#view.schedule()?.today ?? ''
    return (this.#saved?.exceptions ?? [])
      .filter(({ date }) => date >= today)
      .toSorted((a, b) => a.date.localeCompare(b.date))
  }

  begin(): void {
    this.#leave()
    this.#saved = this.#view.schedule()?.availability ?? null
    void this.#goOn()
  }

  /** With what was entered before this page, and was not saved. */
  async #goOn(): Promise<void> {
    const [client, saved] = [this.#view.client(), this.#saved]
    if (!client || !saved) return
    const kept = await this.#kept.open(client, saved.practitionerId)
    if (!kept?.draft || this.draft) return
    const draft = JSON.parse(kept.draft) as ExceptionDraft
    this.#set({ ...draft, replaces: this.#sameNow(draft) })
  }

  /** The day as it was read last; null if there is none. */
  #sameNow({ replaces }: ExceptionDraft): AvailabilityException | null {
    return this.#saved?.exceptions.find(({ date }) => date === replaces?.date) ?? null
  }

  /** Another person changed the hours: shown at once, unless the person is in the middle of a change. */
  follow({ availability }: Schedule): void {
    if (!this.draft) this.#saved = availability
  }

  add(): void {
    const date = addDays(this.#view.schedule()?.today ?? '', 1)
    this.#set({ replaces: null, isRemoval: false, date, windows: [{ from: '09:00', to: '12:00' }] })
  }

  change(one: AvailabilityException): void {
    this.#set({ replaces: one, isRemoval: false, ...one })
  }

  remove(one: AvailabilityException): void {
    this.#set({ replaces: one, isRemoval: true, ...one })
  }

  set(changed: Partial<Pick<ExceptionDraft, 'date' | 'windows'>>): void {
    if (!this.draft) return
    this.#set({ ...this.draft, ...changed })
    this.#kept.write({ draft: JSON.stringify(this.draft) })
  }

  addHours(): void {
    const { windows = [] } = this.draft ?? {}
    this.set({ windows: [...windows, { from: windows.at(-1)?.to ?? '09:00', to: '17:00' }] })
  }

  changeHours(window: AvailabilityWindow, changed: Partial<AvailabilityWindow>): void {
    this.set({ windows: (this.draft?.windows ?? []).map((one) => (one === window ? { ...one, ...changed } : one)) })
  }

  removeHours(window: AvailabilityWindow): void {
    this.set({ windows: (this.draft?.windows ?? []).filter((one) => one !== window) })
  }

  /** What was entered is not wanted any more, or saved. */
  cancel(): void {
    void this.#kept.discard()
    this.#leave()
  }

  /** The server keeps what was entered. */
  reset(): void {
    void this.#kept.flush()
    this.#kept.reset()
    this.#leave()
  }

  #leave(): void {
    this.draft = null
    this.fault = null
    this.edit.reset()
    this.#view.host.requestUpdate()
  }

  async save(client: VisitClient): Promise<Availability | undefined> {
    const [saved, draft] = [this.#saved, this.draft]
    if (!saved || !draft) return undefined
    const { practitionerId, zone, weekly, limits, weight, version } = saved
    const others = saved.exceptions.filter((one) => one !== draft.replaces)
    this.fault = !draft.date ? 'missing' : others.some(({ date }) => date === draft.date) ? 'taken' : null
    this.#view.host.requestUpdate()
    if (this.fault) return undefined
    const added = draft.isRemoval ? [] : [{ date: draft.date, windows: [...draft.windows] }]
    const rules = { zone, weekly, exceptions: [...others, ...added], version }
    const body = { ...rules, ...(limits && { limits }), ...(weight && { weight }) }
    const change = { availability: { practitionerId, ...body, affected: 0 } }
    const done = await this.edit.save(client, change, (affected, signal) =>
      client.availability.put(practitionerId, { ...body, affected }, { signal }),
    )
    if (done) {
      this.#saved = done
      this.cancel()
    }
    if (this.edit.saving.problem?.code === 'version_conflict') await this.#readAgain(client, saved)
    return done
  }

  /** What was entered stays, unless someone else removed what it replaces. */
  async #readAgain(client: VisitClient, saved: Availability): Promise<void> {
    const now = await client.availability.get(saved.practitionerId).catch(() => saved)
    this.#saved = now
    this.edit.affected.reset()
    const { draft } = this
    if (!draft?.replaces) return
    const replaces = this.#sameNow(draft)
    this.draft = replaces ? { ...draft, replaces } : null
    this.#view.host.requestUpdate()
  }

  #set(draft: ExceptionDraft): void {
    this.draft = draft
    this.fault = null
    this.edit.reset()
    this.#view.host.requestUpdate()
  }
}
