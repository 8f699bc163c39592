import type { Availability, VisitClient, WeeklyWindow } from '@visitkit/sdk'
import { Loader } from '../core/loader.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { AffectedVisits } from './affected-visits.ts'

/** Edits the weekly hours and removes time off, without rendering. What a change does to booked visits is seen before it is saved. */
export class HoursFlow {
  readonly affected: AffectedVisits
  readonly saving: Loader<Availability>
  readonly removing: Loader<Availability>
  weekly: readonly WeeklyWindow[] = []
  #saved: Availability | null = null
  readonly #host: VisitElement

  constructor(host: VisitElement) {
    this.#host = host
    this.affected = new AffectedVisits(host)
    this.saving = new Loader(host)
    this.removing = new Loader(host)
  }

  get availability(): Availability | null {
    return this.#saved
  }

  begin(availability: Availability): void {
    this.affected.reset()
    this.saving.reset()
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
    const last = this.weekly.findLast((one) => one.weekday === weekday)
    this.#set([
      ...this.weekly,
      last ? { weekday, from: last.to, to: '17:00' } : { weekday, from: '09:00', to: '17:00' },
    ])
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
    if (!saved || this.saving.busy) return undefined
    const { practitionerId, zone, exceptions, limits, weight, version } = saved
    const rules = { zone, weekly: [...this.weekly], exceptions, version }
    const body = { ...rules, ...(limits && { limits }), ...(weight && { weight }) }
    if (!this.affected.seen.value) {
      const seen = await this.affected.preview(client, { availability: { practitionerId, ...body, affected: 0 } })
      if (!seen || seen.count > 0) return undefined
    }
    const done = await this.saving.run((signal) =>
      client.availability.put(practitionerId, { ...body, affected: this.affected.count }, { signal }),
    )
    if (done) this.begin(done)
    const { problem } = this.saving
    if (problem?.code === 'appointments_affected')
      await this.affected.preview(client, { availability: { practitionerId, ...body, affected: 0 } })
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
    this.affected.reset()
    this.saving.reset()
    this.#host.requestUpdate()
  }
}
