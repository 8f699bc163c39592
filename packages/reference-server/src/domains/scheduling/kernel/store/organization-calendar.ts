import type { components } from '@visitkit/contract'
import type { ReadContext } from '../../../../platform/contracts/context.ts'
import { noClosures } from '../model/availability.ts'
import { AvailabilityBitmap } from '../model/availability-bitmap.ts'
import type { Candidate } from '../model/search-slots.ts'
import { slicesPerDay, sliceMs } from '../model/slice.ts'
import type { ClaimOwners } from '../model/claim-owners.ts'
import { presentPractitionerSummary } from '../model/present-practitioner-summary.ts'
import type { VersionedAvailability } from './availability.ts'
import type { BusyRow } from './busy.ts'
import type { VersionedClosures } from './closures.ts'
import { readCalendarChanges } from './calendar-changes.ts'
import type { Resource } from './resources.ts'
import type { VisitType } from './visit-types.ts'

type Practitioner = components['schemas']['Practitioner']
type PractitionerSummary = components['schemas']['PractitionerSummary']

const dayMs = 86_400_000
/** Days before today that are in memory. */
const pastDays = 7

/**
 * One organization's time in memory: visit types, availability and busy times, and from them a bitmap per practitioner, built on first use.
 * Contains no PHI: who is free, never for whom.
 *
 * Two mechanisms keep it current. Commits of this process are applied at the commit (`taken`, `released`, ...), so that a caller sees their
 * own change. Commits of other processes are read by `sync`. Neither decides a booking: the exclusion constraint does.
 */
export class OrganizationCalendar {
  /** Monotonic time of the last complete sync, milliseconds. */
  syncedAt = -Infinity
  practitionersAt = -Infinity
  #mark: string | null = null
  readonly #types = new Map<string, VisitType>()
  readonly #rules = new Map<string, VersionedAvailability>()
  #closures: VersionedClosures = { ...noClosures, items: [], version: 0 }
  readonly #resources = new Map<string, Resource>()
  readonly #busy = new Map<string, Map<string, BusyRow>>()
  /** Expiry of the holds of each person, by id of the hold. */
  readonly #holds = new Map<string, Map<string, Date>>()
  readonly #bitmaps = new Map<string, AvailabilityBitmap>()
  #practitioners: readonly Practitioner[] = []
  #byId = new Map<string, Practitioner>()
  readonly #summaries = new WeakMap<Practitioner, { minute: number; summary: PractitionerSummary }>()
  #day = -Infinity
  #horizonDays = 0
  /** Ids that this process changed during a sync: the rows that the sync has read for them may be older. */
  #touchedDuringSync: Set<string> | null = null

  get size(): number {
    return this.#rules.size
  }

  visitType(id: string): VisitType | undefined {
    return this.#types.get(id)
  }

  visitTypes(): VisitType[] {
    return [...this.#types.values()]
  }

  /** Undefined for a practitioner who never saved any. */
  availability(practitionerId: string): VersionedAvailability | undefined {
    return this.#rules.get(practitionerId)
  }

  /** Version 0 before the first save. */
  get closures(): VersionedClosures {
    return this.#closures
  }

  /** Undefined for inactive practitioners. */
  resource(id: string): Resource | undefined {
    return this.#resources.get(id)
  }

  resources(): Resource[] {
    return [...this.#resources.values()]
  }

  practitioner(id: string): Practitioner | undefined {
    return this.#byId.get(id)
  }

  /** As shown to patients; undefined for inactive practitioners. */
  summary(id: string, now: Date): PractitionerSummary | undefined {
    const practitioner = this.#byId.get(id)
    if (!practitioner) return undefined
    const known = this.#summaries.get(practitioner)
    if (known && known.minute === minuteOf(now)) return known.summary
    const summary = presentPractitionerSummary(practitioner, now)
    this.#summaries.set(practitioner, { minute: minuteOf(now), summary })
    return summary
  }

  /** To present what a visit has taken. */
  owners(now: Date): ClaimOwners {
    return { resource: (id) => this.resource(id), practitioner: (id) => this.summary(id, now) }
  }

  /** The practitioners that a search is about, with their bitmaps. Default: all. */
  candidates(now: Date, isAbout: (practitioner: Practitioner) => boolean = () => true): Candidate[] {
    return this.#practitioners
      .filter((practitioner) => isAbout(practitioner))
      .map((practitioner) => ({ practitioner, bitmap: this.bitmap(practitioner.id, now) }))
  }

  /** Null for a practitioner without availability. */
  bitmap(practitionerId: string, now: Date): AvailabilityBitmap | null {
    this.#turnTo(now)
    const known = this.#bitmaps.get(practitionerId)
    if (known) return known
    const rules = this.#rules.get(practitionerId)
    if (!rules) return null
    // Includes the week before today, for the limits and the balance of this week, and a day after the horizon, for visits that extend past it.
    const bitmap = new AvailabilityBitmap(
      rules,
      this.#closures,
      (this.#day - pastDays) * slicesPerDay,
      (this.#horizonDays + pastDays + 2) * slicesPerDay,
    )
    for (const busy of this.#busy.get(practitionerId)?.values() ?? []) mark(bitmap, busy)
    this.#bitmaps.set(practitionerId, bitmap)
    return bitmap
  }

  /** Whether this person may have holds. */
  hasHolds(personId: string, now: Date): boolean {
    const held = this.#holds.get(personId)
    if (held === undefined) return false
    for (const [id, expiresAt] of held) if (expiresAt <= now) held.delete(id)
    if (held.size === 0) this.#holds.delete(personId)
    return held.size > 0
  }

  /**
   * Whether this time is taken by people other than `personId` only. If `personId` holds it, the request may be a retry of one that
   * succeeded.
   */
  takenByOthers(practitionerId: string, from: number, to: number, personId: string, now: Date): boolean {
    let taken = false
    for (const busy of this.#busy.get(practitionerId)?.values() ?? []) {
      if (busy.from.getTime() >= to || from >= busy.to.getTime() || hasExpired(busy, now)) continue
      if (busy.heldBy === personId) return false
      taken = true
    }
    return taken
  }

  setPractitioners(practitioners: readonly Practitioner[]): void {
    this.#practitioners = practitioners
    this.#byId = new Map(practitioners.map((practitioner) => [practitioner.id, practitioner]))
  }

  /** What this process has stored. A period that is known stays: the visit type may have changed since the hold. */
  addBusy(busy: BusyRow): void {
    const known = this.#busy.get(busy.practitionerId)?.get(busy.id)
    this.#setBusy(
      known ? { ...known, ...busy, from: known.from, to: known.to, countedAt: known.countedAt ?? null } : busy,
    )
  }

  #setBusy(busy: BusyRow): void {
    this.#touchedDuringSync?.add(busy.id)
    const ofPractitioner = this.#busy.get(busy.practitionerId)
    if (ofPractitioner) ofPractitioner.set(busy.id, busy)
    else this.#busy.set(busy.practitionerId, new Map([[busy.id, busy]]))
    const bitmap = this.#bitmaps.get(busy.practitionerId)
    if (bitmap) mark(bitmap, busy)
    if (busy.heldBy !== null && busy.expiresAt !== null) this.#remember(busy.heldBy, busy.id, busy.expiresAt)
  }

  removeBusy(practitionerId: string, busyId: string): void {
    this.#touchedDuringSync?.add(busyId)
    this.#busy.get(practitionerId)?.delete(busyId)
    this.#bitmaps.get(practitionerId)?.release(busyId)
  }

  /** Released holds stay until they expire: `hasHolds` may be wrong for minutes, and only costs a read. */
  #remember(personId: string, id: string, expiresAt: Date): void {
    const held = this.#holds.get(personId)
    if (held) held.set(id, expiresAt)
    else this.#holds.set(personId, new Map([[id, expiresAt]]))
  }

  setAvailability(rules: VersionedAvailability): void {
    if ((this.#rules.get(rules.practitionerId)?.version ?? 0) >= rules.version) return
    this.#rules.set(rules.practitionerId, rules)
    this.#bitmaps.delete(rules.practitionerId)
  }

  setClosures(closures: VersionedClosures): void {
    if (this.#closures.version >= closures.version) return
    this.#closures = closures
    this.#bitmaps.clear()
  }

  setResource(resource: Resource): void {
    if ((this.#resources.get(resource.id)?.version ?? 0) >= resource.version) return
    this.#resources.set(resource.id, resource)
    const { id, zone, weekly, version } = resource
    this.setAvailability({ practitionerId: id, zone, weekly, exceptions: [], timeOff: [], version })
  }

  setVisitType(type: VisitType): void {
    const known = this.#types.get(type.id)
    if ((known?.version ?? 0) >= type.version) return
    this.#types.set(type.id, type)
    // Bitmaps have the starts of a type as it was, and reach to the longest horizon.
    if (known === undefined && type.horizonDays <= this.#horizonDays) return
    this.#horizonDays = Math.max(this.#horizonDays, type.horizonDays)
    this.#bitmaps.clear()
  }

  /** Reads the changes since the last sync; everything, the first time. */
  async sync({ db, now }: Pick<ReadContext, 'db' | 'now'>): Promise<void> {
    const touched = (this.#touchedDuringSync = new Set())
    try {
      const began = performance.now()
      const changes = await readCalendarChanges(
        db,
        new Date((Math.floor(now.getTime() / dayMs) - pastDays) * dayMs),
        this.#mark,
      )
      for (const type of changes.types) this.setVisitType(type)
      for (const rules of changes.rules) this.setAvailability(rules)
      if (changes.closures) this.setClosures(changes.closures)
      for (const resource of changes.resources) this.setResource(resource)
      for (const busy of changes.busy) {
        if (touched.has(busy.id)) continue
        if (busy.active) this.#setBusy(busy)
        else this.removeBusy(busy.practitionerId, busy.id)
      }
      this.#mark = changes.mark
      this.syncedAt = began
    } finally {
      this.#touchedDuringSync = null
    }
  }

  /** A new day moves the window of every bitmap and removes past entries. */
  #turnTo(now: Date): void {
    const today = Math.floor(now.getTime() / dayMs)
    if (today <= this.#day) return
    this.#day = today
    this.#bitmaps.clear()
    const windowFrom = (today - pastDays) * slicesPerDay * sliceMs
    for (const ofPractitioner of this.#busy.values())
      for (const busy of ofPractitioner.values())
        if (busy.to.getTime() <= windowFrom || hasExpired(busy, now)) ofPractitioner.delete(busy.id)
    for (const personId of this.#holds.keys()) this.hasHolds(personId, now)
  }
}

const minuteOf = (now: Date): number => Math.floor(now.getTime() / 60_000)

const hasExpired = (busy: BusyRow, now: Date): boolean => busy.expiresAt !== null && busy.expiresAt <= now

const mark = (
  bitmap: AvailabilityBitmap,
  { id, from, to, expiresAt, countedAt, occupant = id, seat = null }: BusyRow,
): void =>
  bitmap.take(id, {
    from: from.getTime(),
    to: to.getTime(),
    expiresAt: expiresAt?.getTime() ?? null,
    countedAt: countedAt?.getTime() ?? null,
    occupant,
    seat: seat && { ...seat, start: seat.start.getTime() },
  })
