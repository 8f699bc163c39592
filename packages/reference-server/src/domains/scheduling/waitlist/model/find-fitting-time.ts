import { loadAround } from '../../kernel/model/find-free.ts'
import { searchSlots, type Candidate } from '../../kernel/model/search-slots.ts'
import type { Period } from '../../kernel/model/start-bounds.ts'
import type { VisitShape } from '../../kernel/model/visit-type.ts'
import type { WallClock } from './wall-clock.ts'
import type { WaitlistEntry } from './waitlist-entry.ts'

const minuteMs = 60_000
/** Start times that are read at once. */
const page = 500

/** Busy time of one practitioner that was planned for others. Epoch milliseconds. */
export interface PlannedTime extends Period {
  readonly practitionerId: string
}

export interface FittingSearch {
  readonly entry: WaitlistEntry
  readonly type: VisitShape
  /** Practitioners whose time may be offered. */
  readonly candidates: readonly Candidate[]
  /** The organization's zone. */
  readonly zone: string
  readonly clock: WallClock
  /** Epoch milliseconds. */
  readonly now: number
  /** The first and the last start (exclusive), epoch milliseconds. */
  readonly from: number
  readonly to: number
  /** Visits of the patient, and times that they are offered. */
  readonly otherVisits: readonly Period[]
  /** The busy time of the appointment that moves. */
  readonly except: ReadonlySet<string>
  readonly planned: readonly PlannedTime[]
}

export interface FittingTime {
  readonly practitionerId: string
  readonly start: number
}

/** The earliest free time that suits the entry, with the least booked of the practitioners who are free; null if there is none. */
export const findFittingTime = (search: FittingSearch): FittingTime | null => {
  const { entry, type, zone, now, otherVisits, except, to } = search
  const candidates = search.candidates.filter(
    ({ practitioner }) => entry.practitionerId === null || practitioner.id === entry.practitionerId,
  )
  const passed = entry.passed.map(({ start, end }) => ({ from: Date.parse(start), to: Date.parse(end) }))
  const byId = new Map(candidates.map((candidate) => [candidate.practitioner.id, candidate]))
  let from: number | null = search.from
  while (from !== null && from < to) {
    const found = searchSlots({
      type,
      from,
      to,
      now,
      candidates,
      limit: page,
      explain: false,
      zone,
      otherVisits,
      except,
      language: entry.language ?? undefined,
      state: entry.stateCode,
    })
    for (const { start, end, practitionerIds } of found.slots) {
      if (passed.some((one) => one.from < end && start < one.to)) continue
      const free = practitionerIds
        .map((id) => byId.get(id))
        .filter((one) => one !== undefined)
        .filter(({ practitioner }) => search.clock.suits(entry, practitioner.zone, start))
        .filter(({ practitioner }) => !isPlanned(search, practitioner.id, start))
      const practitionerId = leastBooked(free, search.type, start, now)
      if (practitionerId !== null) return { practitionerId, start }
    }
    from = found.next
  }
  return null
}

const isPlanned = ({ type, planned }: FittingSearch, practitionerId: string, start: number): boolean => {
  const from = start - type.bufferBeforeMinutes * minuteMs
  const to = start + (type.minutes + type.bufferAfterMinutes) * minuteMs
  return planned.some((time) => time.practitionerId === practitionerId && time.from < to && from < time.to)
}

const leastBooked = (free: readonly Candidate[], type: VisitShape, start: number, now: number): string | null => {
  let least: { readonly id: string; readonly load: number } | null = null
  for (const { practitioner, bitmap } of free) {
    const load = bitmap === null ? 0 : loadAround(bitmap, type, start, now)
    if (least === null || load < least.load) least = { id: practitioner.id, load }
  }
  return least?.id ?? null
}
