import type { Availability, VisitClient, WeeklyWindow } from '@visitkit/sdk'
import { Loader } from '../core/loader.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { AffectedVisits } from './affected-visits.ts'
import { SupplyEdit } from './supply-edit.ts'
import { moreHours, type WeeklyEditor } from './weekly-hours.ts'

/** Edits the weekly hours and removes time off, without rendering. What a change does to booked visits is seen before it is saved. */
export class HoursFlow implements WeeklyEditor<WeeklyWindow> {
  readonly removing: Loader<Availability>
  weekly: readonly WeeklyWindow[] = []
  #saved: Availability | null = null
  readonly #host: VisitElement
  readonly #edit: SupplyEdit<Availability>

  constructor(host: VisitElement) {
    this.#host = host
    this.#edit = new SupplyEdit(host)
    this.removing = new Loader(host)
  }

  get affected(): AffectedVisits {
    return this.#edit.affected
  }

  get saving(): Loader<Availability> {
    return this.#edit.saving
  }

  get availability(): Availability | null {
    return this.#saved
  }

  begin(availability: Availability): void {
    this.#edit.reset()
    this.removing.reset()
    this.#use(availability)
  }

  /** Another person changed it: what is not edited here is shown as it is now. */
  follow(availability: Availability): void {
    if (!this.#saved || availability.version === this.#saved.version) return
    const isEdited = JSON.stringify(this.weekly) !== JSON.stringify(this.#saved.weekly)
    if (isEdited) this.#saved = { ...availability, version: this.#saved.version }
    else this.#use(availability)
  }

  add(weekday: number): void {
    this.#set([...this.weekly, moreHours(this.weekly, weekday)])
  }

  change(window: WeeklyWindow, changed: Partial<Pick<WeeklyWindow, 'from' | 'to'>>): void {
    this.#set(this.weekly.map((one) => (one === window ? { ...one, ...changed } : one)))
  }

  remove(window: WeeklyWindow): void {
    this.#set(this.weekly.filter((one) => one !== window))
  }

  /** Saves the hours if every visit that they affect was seen, and shows them otherwise. */
  async save(client: VisitClient): Promise<Availability | undefined> {
    const saved = this.#saved
    if (!saved) return undefined
    const { practitionerId, zone, exceptions, limits, weight, version } = saved
    const rules = { zone, weekly: [...this.weekly], exceptions, version }
    const body = { ...rules, ...(limits && { limits }), ...(weight && { weight }) }
    const change = { availability: { practitionerId, ...body, affected: 0 } }
    const done = await this.#edit.save(client, change, (affected, signal) =>
      client.availability.put(practitionerId, { ...body, affected }, { signal }),
    )
    if (done) this.begin(done)
    const { problem } = this.saving
    if (problem?.code === 'version_conflict') {
      this.affected.reset()
      this.#use(await client.availability.get(practitionerId).catch(() => saved))
    }
    return done
  }

  async removeTimeOff(client: VisitClient, timeOffId: string): Promise<Availability | undefined> {
    const saved = this.#saved
    if (!saved || this.removing.busy) return undefined
    const left = await this.removing.run((signal) => client.timeOff.remove(saved.practitionerId, timeOffId, { signal }))
    if (left) this.#saved = { ...left, weekly: saved.weekly }
    return left
  }

  #use(availability: Availability): void {
    this.#saved = availability
    this.weekly = availability.weekly.toSorted((a, b) => a.weekday - b.weekday || a.from.localeCompare(b.from))
    this.#host.requestUpdate()
  }

  #set(weekly: readonly WeeklyWindow[]): void {
    this.weekly = weekly
    this.#edit.reset()
    this.#host.requestUpdate()
  }
}
