import type { Appointment, PractitionerSummary, SlotSearchResult, VisitClient } from '@visitkit/sdk'
import { addDays, dayKey, startOfDay } from '../core/format.ts'

/** A time that can be booked. */
export interface Slot {
  readonly start: string
  /** Who is free. */
  readonly practitionerIds: readonly string[]
  /** Of a group visit: the seats left with each of them, in the same order. */
  readonly seatsLeft?: readonly number[] | undefined
}

/** One calendar day in the person's zone. `slots` is undefined until it is loaded. */
export interface CalendarDay {
  /** `2026-11-25` */
  readonly key: string
  readonly index: number
  readonly slots: readonly Slot[] | undefined
}

interface Search {
  readonly visitTypeId: string
  readonly patientId: string
  /** The number of days from today that can be booked. */
  readonly horizonDays: number
  readonly zone: string
  /** Where the patient will be. Default: their home state, or that of the appointment. */
  readonly state?: string | undefined
  /** Only practitioners who speak it. */
  readonly language?: string | undefined
  /** So many visits, one after the other. */
  readonly inARow?: number | undefined
  /** Times that begin sooner are left out, although the clinic offers them. */
  readonly leadMs?: number | undefined
  /** The appointment that is moved. It does not block a time near its own, which is left out: choosing it would change nothing. */
  readonly moved?: Pick<Appointment, 'id' | 'start' | 'practitioner'> | undefined
}

/** Days in one request. The contract allows 31. */
const BLOCK_DAYS = 14
/** Start times in one answer: the most that the contract allows. */
const PAGE_SLOTS = 1000

/**
 * The free slots of one visit type, read in fixed blocks of days that are cached. Blocks start and end at midnight in the person's zone, so
 * that no day is half loaded, even when the clocks change. A response contains all practitioners: choosing another one sends no request.
 */
export class SlotCalendar {
  readonly practitioners = new Map<string, PractitionerSummary>()
  readonly #client: VisitClient
  readonly #search: Search
  readonly #today: string
  readonly #blocks = new Map<number, Map<string, Slot[]>>()
  readonly #loading = new Map<number, Promise<void>>()

  constructor(client: VisitClient, search: Search, now = new Date().toISOString()) {
    this.#client = client
    this.#search = search
    this.#today = dayKey(now, search.zone)
  }

  /** Index of the last day that can be booked; today is 0. */
  get lastDay(): number {
    return this.#search.horizonDays
  }

  get noonOfToday(): string {
    return `${this.#today}T12:00:00Z`
  }

  /** Consecutive days with the slots of one practitioner, or of any for null. */
  days(first: number, count: number, practitionerId: string | null): CalendarDay[] {
    return Array.from({ length: Math.min(count, this.lastDay + 1 - first) }, (_, at) => {
      const index = first + at
      const key = addDays(this.#today, index)
      const block = this.#blocks.get(Math.floor(index / BLOCK_DAYS))
      const slots = block && (block.get(key) ?? []).filter((slot) => isOfferedBy(slot, practitionerId))
      return { key, index, slots }
    })
  }

  /** The first free slot that is loaded, from a given day on. */
  firstAvailable(practitionerId: string | null, from = 0): { readonly day: CalendarDay; readonly slot: Slot } | null {
    for (const day of this.days(from, this.lastDay + 1 - from, practitionerId)) {
      const slot = day.slots?.[0]
      if (slot) return { day, slot }
    }
    return null
  }

  /** Free slots nearest to an instant, in order of time. */
  nearest(instant: string, practitionerId: string | null, count = 3): Slot[] {
    const at = Date.parse(instant)
    return this.days(0, this.lastDay + 1, practitionerId)
      .flatMap(({ slots }) => slots ?? [])
      .filter(({ start }) => start !== instant)
      .toSorted((a, b) => Math.abs(Date.parse(a.start) - at) - Math.abs(Date.parse(b.start) - at))
      .slice(0, count)
      .toSorted((a, b) => a.start.localeCompare(b.start))
  }

  dayIndex(instant: string): number {
    return Math.round((Date.parse(dayKey(instant, this.#search.zone)) - Date.parse(this.#today)) / 86_400_000)
  }

  /** Loads the block of a day unless it is loaded or loading. */
  async load(index: number, signal: AbortSignal): Promise<void> {
    const block = Math.floor(index / BLOCK_DAYS)
    if (this.#blocks.has(block) || block * BLOCK_DAYS > this.lastDay) return
    const loading = this.#loading.get(block) ?? this.#read(block, signal).finally(() => this.#loading.delete(block))
    this.#loading.set(block, loading)
    await loading
  }

  /** Loads blocks until one has a slot of this practitioner, or the last day is reached. */
  async loadUntilAvailable(practitionerId: string | null, signal: AbortSignal): Promise<void> {
    for (let index = 0; index <= this.lastDay; index += BLOCK_DAYS) {
      await this.load(index, signal)
      if (this.firstAvailable(practitionerId)) return
    }
  }

  /** Reads the loaded blocks again, after a booking or a cancellation. The old slots stay on the screen in the meantime. */
  async refresh(signal: AbortSignal): Promise<void> {
    await Promise.all([...this.#blocks.keys()].map((block) => this.#read(block, signal)))
  }

  #at(day: number): string {
    return startOfDay(addDays(this.#today, day), this.#search.zone)
  }

  /** What is asked about every block. */
  get asked() {
    const { visitTypeId, patientId, state, language, inARow, moved } = this.#search
    return {
      ...{ visitTypeId, patientId },
      ...(state ? { state } : {}),
      ...(language ? { language } : {}),
      ...(inARow ? { inARow } : {}),
      ...(moved ? { appointmentId: moved.id } : {}),
    }
  }

  async #read(block: number, signal: AbortSignal): Promise<void> {
    const { zone, leadMs, moved } = this.#search
    const soonest = leadMs === undefined ? -Infinity : Date.now() + leadMs
    const to = this.#at((block + 1) * BLOCK_DAYS)
    const byDay = new Map<string, Slot[]>()
    for (let from: string | undefined = this.#at(block * BLOCK_DAYS); from;) {
      const query = { ...this.asked, from, to, limit: PAGE_SLOTS }
      const { items, practitioners, nextFrom }: SlotSearchResult = await this.#client.slots.search(query, { signal })
      for (const { start, free, seatsLeft } of items) {
        const practitionerIds = practitioners.flatMap(({ id }, place) =>
          free[place] === '1' && !(moved?.start === start && moved.practitioner.id === id) ? id : [],
        )
        if (practitionerIds.length === 0 || Date.parse(start) < soonest) continue
        const slot = { start, practitionerIds, seatsLeft }
        const key = dayKey(start, zone)
        const day = byDay.get(key)
        if (day) day.push(slot)
        else byDay.set(key, [slot])
      }
      for (const practitioner of practitioners) this.practitioners.set(practitioner.id, practitioner)
      from = nextFrom
    }
    this.#blocks.set(block, byDay)
  }
}

/** The seats left in the group visits at this time. Null for a visit of one patient. */
export const seatsOf = ({ practitionerIds, seatsLeft }: Slot, practitionerId: string | null): number | null =>
  seatsLeft?.reduce(
    (sum, count, place) => sum + (practitionerId === null || practitionerIds[place] === practitionerId ? count : 0),
    0,
  ) ?? null

const isOfferedBy = ({ practitionerIds }: Slot, practitionerId: string | null): boolean =>
  practitionerId === null || practitionerIds.includes(practitionerId)
