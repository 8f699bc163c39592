import type { components } from '@visitkit/contract'
import type { ReadContext } from '../../../../platform/contracts/context.ts'
import { factsInMemory } from '../../../../platform/database/facts/fact-memory.ts'
import { OrganizationCalendar } from './organization-calendar.ts'

/** What the index needs from the directory. */
export interface PractitionerSource {
  readonly practitioners: (context: ReadContext) => Promise<readonly components['schemas']['Practitioner'][]>
}

export interface SlotIndexOptions {
  readonly directory: PractitionerSource
  /** Maximum number of cached practitioner calendars, over all organizations. One takes about 1 KB for 30 days and each visit type. */
  readonly atMostPractitioners?: number
  /** Maximum age of data from other processes and from the directory. Milliseconds. */
  readonly staleAfter?: number
}

interface Entry {
  readonly calendar: OrganizationCalendar
  /** The sync in progress, since when, and the one that begins when it is done. */
  running: Promise<void> | null
  runningSince: number
  waiting: Promise<void> | null
  practitioners: Promise<void> | null
}

const definitionsInMemory = factsInMemory('scheduling.definitions', {
  'scheduling.visit-type-created': () => null,
  'scheduling.visit-type-changed': () => null,
  'scheduling.availability-changed': () => null,
  'scheduling.closures-changed': () => null,
  'scheduling.resource-changed': () => null,
})

/** Calendars of recently searched organizations. Least recently used first. */
export class SlotIndex {
  readonly #entries = new Map<string, Entry>()
  readonly #directory: PractitionerSource
  readonly #atMost: number
  readonly #staleAfter: number

  constructor({ directory, atMostPractitioners = 20_000, staleAfter = 1_000 }: SlotIndexOptions) {
    this.#directory = directory
    this.#atMost = atMostPractitioners
    this.#staleAfter = staleAfter
  }

  /** The calendar of the caller's organization, at most `staleAfter` behind other processes and never behind this one. */
  async calendar(context: ReadContext): Promise<OrganizationCalendar> {
    const entry = this.#entryOf(context.caller.organizationId)
    const oldest = performance.now() - this.#staleAfter
    const { calendar } = entry
    if (calendar.syncedAt < oldest || calendar.practitionersAt < oldest) {
      await Promise.all([
        calendar.syncedAt < oldest ? this.#join(entry, oldest, context) : undefined,
        calendar.practitionersAt < oldest ? this.#readPractitioners(entry, context) : undefined,
      ])
      this.#evict(entry)
    }
    return calendar
  }

  /** As `calendar`, with everything that any process had committed before the call. */
  async freshCalendar(context: ReadContext): Promise<OrganizationCalendar> {
    const entry = this.#entryOf(context.caller.organizationId)
    await this.#sync(entry, context)
    return entry.calendar
  }

  /** As `freshCalendar`, with the practitioners as the directory has them at the call. For what is decided once and stored. */
  async currentCalendar(context: ReadContext): Promise<OrganizationCalendar> {
    const entry = this.#entryOf(context.caller.organizationId)
    // A read that has begun may have missed the latest change.
    if (entry.practitioners) await entry.practitioners
    await Promise.all([this.#sync(entry, context), this.#readPractitioners(entry, context)])
    return entry.calendar
  }

  /** As `calendar`, but reads again, here and from the directory, when it does not know one of these ids. */
  async calendarKnowing(
    context: ReadContext,
    {
      visitTypeId,
      practitionerId,
    }: { readonly visitTypeId?: string | undefined; readonly practitionerId?: string | undefined },
  ): Promise<OrganizationCalendar> {
    const calendar = await this.calendar(context)
    const knows =
      (visitTypeId === undefined || calendar.visitType(visitTypeId) !== undefined) &&
      (practitionerId === undefined || calendar.practitioner(practitionerId) !== undefined)
    if (knows) return calendar
    calendar.practitionersAt = -Infinity
    calendar.syncedAt = -Infinity
    return this.calendar(context)
  }

  /**
   * As `calendar`, for what rarely changes: visit types, hours, closures, resources and practitioners. What is taken may be older. It is
   * read again after the event of such a change, and when it does not know one of these visit types.
   */
  async definitions(context: ReadContext, visitTypeIds: readonly string[]): Promise<OrganizationCalendar> {
    const entry = this.#entryOf(context.caller.organizationId)
    const { calendar } = entry
    await definitionsInMemory(context.db, 'all', async () => {
      await this.#sync(entry, context)
      return { areRead: true }
    })
    // It was dropped from memory in the meantime.
    if (calendar.syncedAt === -Infinity) await this.#sync(entry, context)
    if (calendar.practitionersAt < performance.now() - this.#staleAfter) await this.#readPractitioners(entry, context)
    this.#evict(entry)
    const unknown = visitTypeIds.find((id) => calendar.visitType(id) === undefined)
    return unknown === undefined ? calendar : this.calendarKnowing(context, { visitTypeId: unknown })
  }

  /** Applies what has just been committed. Does nothing for an organization that is not in memory. */
  apply(organizationId: string, update: (calendar: OrganizationCalendar) => void): void {
    const entry = this.#entries.get(organizationId)
    if (entry) update(entry.calendar)
  }

  #entryOf(organizationId: string): Entry {
    const entry = this.#entries.get(organizationId) ?? {
      calendar: new OrganizationCalendar(),
      running: null,
      runningSince: -Infinity,
      waiting: null,
      practitioners: null,
    }
    this.#entries.delete(organizationId)
    this.#entries.set(organizationId, entry)
    return entry
  }

  /** The sync in progress if it did not begin before `oldest`: one operation may need the calendar in several places at once. */
  #join(entry: Entry, oldest: number, context: ReadContext): Promise<void> {
    return entry.running && entry.runningSince >= oldest ? entry.running : this.#sync(entry, context)
  }

  /** A sync that begins after the call. All callers during a running sync share the next one. */
  #sync(entry: Entry, context: ReadContext): Promise<void> {
    if (entry.waiting) return entry.waiting
    const start = (): Promise<void> => {
      entry.waiting = null
      entry.runningSince = performance.now()
      const running = entry.calendar.sync(context).finally(() => {
        if (entry.running === running) entry.running = null
      })
      return (entry.running = running)
    }
    if (!entry.running) return start()
    return (entry.waiting = entry.running.then(start, start))
  }

  #readPractitioners(entry: Entry, context: ReadContext): Promise<void> {
    const { calendar } = entry
    entry.practitioners ??= this.#directory
      .practitioners(context)
      .then((practitioners) => {
        calendar.setPractitioners(practitioners)
        calendar.practitionersAt = performance.now()
      })
      .finally(() => {
        entry.practitioners = null
      })
    return entry.practitioners
  }

  #evict(kept: Entry): void {
    let practitioners = 0
    for (const { calendar } of this.#entries.values()) practitioners += calendar.size
    for (const [organizationId, entry] of this.#entries) {
      if (practitioners <= this.#atMost) return
      if (entry === kept || entry.running || entry.practitioners) continue
      practitioners -= entry.calendar.size
      this.#entries.delete(organizationId)
    }
  }
}
