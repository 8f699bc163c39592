import type { Closure, Closures, LocalizedText, VisitClient } from '@visitkit/sdk'
import { addDays, dayKey } from '../../core/format.ts'
import { Loader } from '../../core/loader.ts'
import { openForOrganization } from '../../core/open-for-organization.ts'
import { OwnDraft } from '../../core/own-draft.ts'
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
  readonly #kept: OwnDraft

  constructor(view: ScheduleView) {
    this.#view = view
    this.#kept = new OwnDraft(view.host, 'closure')
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
    void this.read(signal)
    const client = this.#view.client()
    // Without a practitioner it concerns all of them.
    client?.watch({ types: ['slots.changed'] }, ({ ids }) => 'practitionerId' in ids || void this.#readAgain(client), {
      signal,
    })
  }

  /** With what was entered before this page, and was not saved. */
  async read(open: AbortSignal): Promise<void> {
    const client = this.#view.client()
    if (!client || !(await this.reading.run((signal) => client.closures.get({ signal })))) return
    const kept = await openForOrganization(this.#kept, client)
    if (!kept?.draft || this.draft || open.aborted) return
    const draft = JSON.parse(kept.draft) as ClosureDraft
    this.#begin({ ...draft, replaces: this.#sameNow(draft.replaces) })
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
    if (this.draft) this.#type({ ...this.draft, range: withRange(this.draft.range, changed) })
    this.edit.reset()
  }

  setName(language: string, text: string): void {
    const { draft } = this
    if (!draft) return
    this.#type({ ...draft, names: draft.names.map((one) => (one.language === language ? { language, text } : one)) })
  }

  /** What was entered is not wanted any more, or saved. */
  cancel(): void {
    void this.#kept.discard()
    this.#leave()
  }

  #leave(): void {
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

  /** The server keeps what was entered. */
  reset(): void {
    void this.#kept.flush()
    this.#kept.reset()
    this.#leave()
    this.reading.reset()
  }

  /** The closure as it was read last; null if there is none, or someone else has changed it. */
  #sameNow(closure: Closure | null): Closure | null {
    return this.reading.value?.items.find((one) => closure && isSame(one, closure)) ?? null
  }

  /** Someone else changed the closures: what was entered stays. A closure that is changed and was removed becomes a new one. */
  async #readAgain(client: VisitClient): Promise<void> {
    const now = await client.closures.get().catch(() => null)
    const { draft } = this
    if (now === null || now.version === this.reading.value?.version) return
    this.edit.affected.reset()
    this.reading.set(now)
    if (!draft?.replaces) return
    const replaces = this.#sameNow(draft.replaces)
    this.draft = replaces || !draft.isRemoval ? { ...draft, replaces } : null
  }

  #begin(draft: ClosureDraft): void {
    this.edit.reset()
    this.#set(draft)
  }

  #type(draft: ClosureDraft): void {
    this.#set(draft)
    this.#kept.write({ draft: JSON.stringify(draft) })
  }

  #set(draft: ClosureDraft): void {
    this.draft = draft
    this.missing = null
    this.edit.saving.reset()
    this.#view.host.requestUpdate()
  }
}
