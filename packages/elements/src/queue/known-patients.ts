import type { QueueEntry } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import { alertText, type QueueTranslate } from './queue-table.ts'

/** Milliseconds for which a new patient is marked. */
const newForMs = 60_000

/** The last state of a row. */
interface KnownEntry {
  /** Milliseconds since 1970; 0 for those in the first read. */
  readonly since: number
  readonly alerts: readonly string[]
}

/** The waiting patients at the last read, to find who is new and what is urgent in the next one. */
export class KnownPatients {
  readonly #t: QueueTranslate
  readonly #entries = new Map<string, KnownEntry>()

  constructor(t: QueueTranslate) {
    this.#t = t
  }

  clear(): void {
    this.#entries.clear()
  }

  /** The first read: no patient in it is new. */
  begin(items: readonly QueueEntry[]): void {
    for (const { visitId, alerts } of items) this.#entries.set(visitId, { since: 0, alerts })
  }

  /** What is announced of a later read: new patients and new alerts. Empty for all other changes, which are only shown. */
  follow(items: readonly QueueEntry[], format: Formatter): string {
    const t = this.#t
    const arrived: string[] = []
    const urgent: string[] = []
    for (const { visitId, patient, alerts } of items) {
      const before = this.#entries.get(visitId)
      if (!before) arrived.push(patient.displayName)
      for (const code of alerts.filter((one) => !before?.alerts.includes(one)))
        urgent.push(t('alertAnnounce', { name: patient.displayName, alert: alertText(t, code) }))
      this.#entries.set(visitId, { since: before?.since ?? Date.now(), alerts })
    }
    const here = new Set(items.map(({ visitId }) => visitId))
    for (const visitId of this.#entries.keys()) if (!here.has(visitId)) this.#entries.delete(visitId)
    const count = arrived.length
    return [...(count > 0 ? [t('arrived', { count, names: format.and(arrived) })] : []), ...urgent].join(' ')
  }

  isNew(visitId: string, now: number): boolean {
    return now - (this.#entries.get(visitId)?.since ?? now) < newForMs
  }
}
