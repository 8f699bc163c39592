import type { Resource, ResourceKind, ResourceWindow, VisitClient } from '@visitkit/sdk'
import { IdempotencyKeys } from '../../core/idempotency-keys.ts'
import { Loader } from '../../core/loader.ts'
import type { ScheduleView } from '../schedule-view.ts'
import { moreHours, type WeeklyEditor } from '../weekly-hours.ts'

interface Resources {
  readonly items: readonly Resource[]
  /** Zone of the organization, for new ones. */
  readonly zone: string
}

/** A resource that is added or changed. */
interface ResourceDraft {
  /** Null: a new one. */
  readonly replaces: Resource | null
  readonly kind: ResourceKind
  readonly name: string
  readonly languages: readonly string[]
  readonly zone: string
}

const officeHours: readonly ResourceWindow[] = [1, 2, 3, 4, 5].map((weekday) => ({
  weekday,
  from: '09:00',
  to: '17:00',
}))

/** Rooms, interpreters and devices, without rendering. */
export class ResourcesFlow implements WeeklyEditor<ResourceWindow> {
  readonly reading: Loader<Resources>
  readonly saving: Loader<Resource>
  draft: ResourceDraft | null = null
  /** The hours of the draft. */
  weekly: readonly ResourceWindow[] = []
  /** What the person has not entered yet, after they pressed the button. */
  missing: 'name' | 'languages' | null = null
  readonly #view: ScheduleView
  readonly #keys = new IdempotencyKeys()

  constructor(view: ScheduleView) {
    this.#view = view
    this.reading = new Loader(view.host)
    this.saving = new Loader(view.host)
  }

  read(): void {
    const client = this.#view.client()
    if (!client) return
    void this.reading.run(
      async (signal) => {
        const [items, { zone }] = await Promise.all([
          client.resources.list({ inactive: true, limit: 100 }, { signal }).toArray(1000),
          client.closures.get({ signal }),
        ])
        return { items, zone }
      },
      { quietly: true },
    )
  }

  addResource(): void {
    const zone = this.reading.value?.zone ?? 'UTC'
    this.#begin({ replaces: null, kind: 'room', name: '', languages: [], zone }, officeHours)
  }

  changeResource(one: Resource): void {
    const { kind, name, languages, zone } = one
    this.#begin({ replaces: one, kind, name, languages, zone }, one.weekly)
  }

  set(changed: Partial<Pick<ResourceDraft, 'kind' | 'name'>>): void {
    if (this.draft) this.draft = { ...this.draft, ...changed }
    this.#changed()
  }

  setLanguage(language: string, isSpoken: boolean): void {
    if (!this.draft) return
    const others = this.draft.languages.filter((one) => one !== language)
    this.draft = { ...this.draft, languages: isSpoken ? [...others, language] : others }
    this.#changed()
  }

  add(weekday: number): void {
    this.#setWeekly([...this.weekly, moreHours(this.weekly, weekday)])
  }

  change(window: ResourceWindow, changed: Partial<Pick<ResourceWindow, 'from' | 'to'>>): void {
    this.#setWeekly(this.weekly.map((one) => (one === window ? { ...one, ...changed } : one)))
  }

  remove(window: ResourceWindow): void {
    this.#setWeekly(this.weekly.filter((one) => one !== window))
  }

  cancel(): void {
    this.draft = null
    this.missing = null
    this.saving.reset()
    this.#view.host.requestUpdate()
  }

  async save(client: VisitClient): Promise<Resource | undefined> {
    const { draft } = this
    if (!draft || this.saving.busy) return undefined
    const { replaces, kind, languages, zone } = draft
    const name = draft.name.trim()
    this.missing = !name ? 'name' : kind === 'interpreter' && languages.length === 0 ? 'languages' : null
    this.#view.host.requestUpdate()
    if (this.missing) return undefined
    const spoken = kind === 'interpreter' ? [...languages] : []
    const body = { name, languages: spoken, zone, weekly: [...this.weekly] }
    const saved = await this.saving.run((signal) =>
      replaces
        ? client.resources.update(replaces.id, { ...body, version: replaces.version }, { signal })
        : client.resources.create({ ...body, kind }, { signal, ...this.#keys.for('create', { ...body, kind }) }),
    )
    if (saved) this.cancel()
    this.read()
    if (this.saving.problem?.code === 'version_conflict' && replaces) await this.#readAgain(client, replaces)
    return saved
  }

  reset(): void {
    this.cancel()
    this.reading.reset()
    this.#keys.done()
  }

  /** Someone else changed it: what was entered stays, and replaces what is there now. */
  async #readAgain(client: VisitClient, { id }: Resource): Promise<void> {
    const items = await client.resources
      .list({ inactive: true, limit: 100 })
      .toArray(1000)
      .catch(() => [])
    const now = items.find((one) => one.id === id)
    if (now && this.draft) this.draft = { ...this.draft, replaces: now }
  }

  #begin(draft: ResourceDraft, weekly: readonly ResourceWindow[]): void {
    this.draft = draft
    this.weekly = weekly
    this.#changed()
  }

  #setWeekly(weekly: readonly ResourceWindow[]): void {
    this.weekly = weekly
    this.#changed()
  }

  #changed(): void {
    this.missing = null
    this.saving.reset()
    this.#view.host.requestUpdate()
  }
}
