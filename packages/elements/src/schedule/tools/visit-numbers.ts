import type { Appointment, VisitClient } from '@visitkit/sdk'
import type { VisitElement } from '../../core/visit-element.ts'
import type { Schedule } from '../read-schedule.ts'

/** More than a patient has. */
const MOST = 1000

interface Place {
  readonly place: number
  readonly count: number
}

/** The seats of the group visits that are shown, and the place of each visit in its series. What cannot be read is not shown. */
export class VisitNumbers {
  readonly #host: VisitElement
  readonly #client: VisitClient
  readonly #signal: AbortSignal
  #capacities: ReadonlyMap<string, number> | null = null
  /** The series that are read. */
  readonly #read = new Set<string>()
  readonly #places = new Map<string, Place>()
  #shown: readonly Appointment[] = []

  constructor(host: VisitElement, client: VisitClient, signal: AbortSignal) {
    this.#host = host
    this.#client = client
    this.#signal = signal
    // Another visit of a series has changed: the places of all of them are read again.
    client.watch(
      { types: ['appointment.changed'] },
      ({ ids }) => 'patientId' in ids && this.#readAgain(ids.patientId),
      {
        signal,
      },
    )
  }

  /** Reads what is not known of these visits. */
  follow({ appointments }: Schedule): void {
    this.#shown = appointments
    if (!this.#capacities && appointments.length > 0) void this.#readCapacities()
    for (const { seriesId, patientId } of appointments) {
      if (!seriesId || this.#read.has(seriesId)) continue
      this.#read.add(seriesId)
      void this.#readSeries(seriesId, patientId)
    }
  }

  seats({
    visitTypeId,
    practitioner,
    start,
  }: Appointment): { readonly count: number; readonly capacity: number } | null {
    const capacity = this.#capacities?.get(visitTypeId)
    if (!capacity || capacity < 2) return null
    const taken = this.#shown.filter(
      (one) => one.visitTypeId === visitTypeId && one.start === start && one.practitioner.id === practitioner.id,
    )
    return { count: taken.length, capacity }
  }

  place({ id }: Appointment): Place | null {
    return this.#places.get(id) ?? null
  }

  #readAgain(changedId: string): void {
    const changed = this.#shown.filter(({ patientId }) => patientId === changedId)
    for (const seriesId of new Set(changed.map((one) => one.seriesId)))
      if (seriesId) void this.#readSeries(seriesId, changedId)
  }

  async #readCapacities(): Promise<void> {
    this.#capacities = new Map()
    const types = await this.#client.visitTypes
      .list({ limit: 100 }, { signal: this.#signal })
      .toArray(500)
      .catch(() => [])
    this.#capacities = new Map(types.map(({ id, capacity = 1 }) => [id, capacity]))
    this.#host.requestUpdate()
  }

  async #readSeries(seriesId: string, patientId: string): Promise<void> {
    const all = await this.#client.appointments
      .list({ patientId, limit: 100 }, { signal: this.#signal })
      .toArray(MOST)
      .catch(() => [])
    const visits = all.filter((one) => one.seriesId === seriesId && one.status !== 'cancelled')
    for (const [index, { id }] of visits.entries()) this.#places.set(id, { place: index + 1, count: visits.length })
    this.#host.requestUpdate()
  }
}
