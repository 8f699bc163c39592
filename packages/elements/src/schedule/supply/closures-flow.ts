import type { Closure, Closures, LocalizedText, VisitClient } from '@visitkit/sdk'
import { addDays, dayKey } from '../../core/format.ts'
import { Loader } from '../../core/loader.ts'
import { rangeFrom, rangeOn, wallRange, withRange, type DayRange } from '../day-range.ts'
import type { ScheduleView } from '../schedule-view.ts'
import { SupplyEdit } from '../supply-edit.ts'

/** A closure that is added, changed or removed. */
interface ClosureDraft {
  /** Null: a new one. */
  readonly replaces: Closure | null
  readonly isRemoval: boolean
  readonly names: readonly LocalizedText[]
  readonly range: DayRange
}

const isSame = (one: Closure, other: Closure): boolean => JSON.stringify(one) === JSON.stringify(other)

/** The closures of the organization, without rendering. What a change does to booked visits is seen before it is saved. */
export class ClosuresFlow {
  readonly reading: Loader<Closures>
  readonly edit: SupplyEdit<Closures>
  draft: ClosureDraft | null = null
  /** What the person has not entered yet, after they pressed the button. */
  missing: 'name' | 'range' | null = null
  readonly #view: ScheduleView

  constructor(view: ScheduleView) {
    this.#view = view
    this.reading = new Loader(view.host)
    this.edit = new SupplyEdit(view.host)
  }

  /** Those that are not over, in order of time. */
  get upcoming(): readonly Closure[] {
    const { items = [], zone = 'UTC' } = this.reading.value ?? {}
    const today = dayKey(new Date().toISOString(), zone)
    return items.filter(({ to }) => to > `${today}T00:00`).toSorted((a, b) => a.from.localeCompare(b.from))
  }

  /** Reads them, and again when someone else has changed them, until the signal aborts. */
  open(signal: AbortSignal): void {
    this.read()
    const client = this.#view.client()
    // Without a practitioner it concerns all of them.
    client?.watch({ types: ['slots.changed'] }, ({ ids }) => 'practitionerId' in ids || void this.#readAgain(client), {
      signal,
    })
  }

  read(): void {
    const client = this.#view.client()
    if (client) void this.reading.run((signal) => client.closures.get({ signal }))
  }

  add(): void {
    const zone = this.reading.value?.zone ?? 'UTC'
    const tomorrow = addDays(dayKey(new Date().toISOString(), zone), 1)
    const language = this.#view.host.language.tag.split('-')[0] ?? 'en'
    this.#begin({ replaces: null, isRemoval: false, names: [{ language, text: '' }], range: rangeOn(tomorrow) })
  }

  change(closure: Closure): void {
    const range = rangeFrom(closure)
    if (range) this.#begin({ replaces: closure, isRemoval: false, names: closure.name, range })
  }

  remove(closure: Closure): void {
    const range = rangeFrom(closure) ?? rangeOn(closure.from.slice(0, 10))
    this.#begin({ replaces: closure, isRemoval: true, names: closure.name, range })
  }

  setRange(changed: Partial<DayRange>): void {
    if (this.draft) this.#set({ ...this.draft, range: withRange(this.draft.range, changed) })
    this.edit.reset()
  }

  setName(language: string, text: string): void {
    const { draft } = this
    if (!draft) return
    this.#set({ ...draft, names: draft.names.map((one) => (one.language === language ? { language, text } : one)) })
  }

  cancel(): void {
    this.draft = null
    this.missing = null
    this.edit.reset()
    this.#view.host.requestUpdate()
  }

  async save(client: VisitClient): Promise<Closures | undefined> {
    const [{ value: saved }, { draft }] = [this.reading, this]
    if (!saved || !draft) return undefined
    const range = wallRange(draft.range)
    this.missing = draft.isRemoval
      ? null
      : !range
        ? 'range'
        : draft.names.every(({ text }) => text.trim())
          ? null
          : 'name'
    this.#view.host.requestUpdate()
    if (this.missing) return undefined
    const others = saved.items.filter((one) => one !== draft.replaces)
    const name = draft.names.map(({ language, text }) => ({ language, text: text.trim() }))
    const items = draft.isRemoval || !range ? others : [...others, { ...range, name }]
    const body = { items, version: saved.version }
    const done = await this.edit.save(client, { closures: { ...body, affected: 0 } }, (affected, signal) =>
      client.closures.put({ ...body, affected }, { signal }),
    )
    if (done) {
      this.reading.set(done)
      this.cancel()
    }
    if (this.edit.saving.problem?.code === 'version_conflict') await this.#readAgain(client)
    return done
  }

  reset(): void {
    this.cancel()
    this.reading.reset()
  }

  /** Someone else changed the closures: what was entered stays. A closure that is changed and was removed becomes a new one. */
  async #readAgain(client: VisitClient): Promise<void> {
    const now = await client.closures.get().catch(() => null)
    const { draft } = this
    if (now === null || now.version === this.reading.value?.version) return
    this.edit.affected.reset()
    this.reading.set(now)
    if (!draft?.replaces) return
    const { replaces } = draft
    const again = now.items.find((one) => isSame(one, replaces))
    this.draft = again || !draft.isRemoval ? { ...draft, replaces: again ?? null } : null
  }

  #begin(draft: ClosureDraft): void {
    this.edit.reset()
    this.#set(draft)
  }

  #set(draft: ClosureDraft): void {
    this.draft = draft
    this.missing = null
    this.edit.saving.reset()
    this.#view.host.requestUpdate()
  }
}
