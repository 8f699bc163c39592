import type { AccessCase, CaseReason } from './access-case.ts'
import type { FlagCode } from './flag-code.ts'
import type { MonitorPolicy } from './monitor-policy.ts'
import type { MonitoredAccess } from './monitored-facts.ts'
import { SearchDay } from './search-day.ts'
import type { UnusualDay } from './unusual-volume.ts'

interface Tally {
  accesses: number
  readonly patients: Set<string>
  readonly firstMinute: number
}

/** What a member did on one day. Fed in the order of time. */
export class WatchedDay {
  readonly memberId: string
  readonly day: number
  readonly search = new SearchDay()
  readonly #unexplained = new Set<string>()
  readonly #tallies = new Map<FlagCode, Tally>()
  readonly #accessIds: string[] = []
  #most = 0

  constructor(memberId: string, day: number) {
    this.memberId = memberId
    this.day = day
  }

  /** Distinct patients whose record was opened without an explanation. */
  get unexplained(): number {
    return this.#unexplained.size
  }

  add(access: MonitoredAccess, minute: number, flags: readonly FlagCode[], { points }: MonitorPolicy): void {
    if (flags.length === 0) return
    this.#accessIds.push(access.id)
    if (access.patientId !== null && flags.includes('unexplained')) this.#unexplained.add(access.patientId)
    this.#most = Math.max(
      this.#most,
      flags.reduce((sum, code) => sum + points[code], 0),
    )
    for (const code of flags) {
      const tally = this.#tallies.get(code) ?? { accesses: 0, patients: new Set<string>(), firstMinute: minute }
      this.#tallies.set(code, tally)
      tally.accesses++
      if (access.patientId !== null) tally.patients.add(access.patientId)
    }
  }

  /** Null: below the score at which a case is opened. */
  toCase(
    unusual: readonly UnusualDay[],
    policy: MonitorPolicy,
    isSuppressed: (memberId: string, code: FlagCode, day: number) => boolean,
  ): AccessCase | null {
    const isCounted = !isSuppressed(this.memberId, 'search-enumeration', this.day)
    const enumerated = isCounted ? this.search.found(policy) : null
    const ofDay = [
      ...unusual.map(({ code, value }) => ({ code, value })),
      ...(enumerated === null ? [] : [{ code: 'search-enumeration' as const, value: enumerated }]),
    ]
    const score = ofDay.reduce((sum, { code }) => sum + policy.points[code], this.#most)
    if (score < policy.openAt) return null
    const reasons: CaseReason[] = [
      ...[...this.#tallies].map(([code, { accesses, patients, firstMinute }]) => ({
        code,
        points: policy.points[code],
        accesses,
        patients: patients.size,
        firstMinute,
        value: null,
      })),
      ...ofDay.map(({ code, value }) => ({
        code,
        points: policy.points[code],
        accesses: this.#accessIds.length,
        patients: this.unexplained,
        firstMinute: null,
        value,
      })),
    ]
    return {
      memberId: this.memberId,
      day: this.day,
      score,
      reasons: reasons.toSorted((one, other) => other.points - one.points || (one.code < other.code ? -1 : 1)),
      accessIds: this.#accessIds,
    }
  }
}
