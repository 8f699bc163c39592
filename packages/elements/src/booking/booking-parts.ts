import type { Appointment, VisitClient } from '@visitkit/sdk'
import type { VisitConnection } from '../core/client-context.ts'
import { loadModule } from '../core/load-module.ts'
import { Loader } from '../core/loader.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { OnDemandPart } from '../on-demand/on-demand-part.ts'
import type { WaitlistPart } from '../waitlist/waitlist-part.ts'
import type { Catalog } from './booking-catalog.ts'
import type { BookingEnd } from './booking-end.ts'
import type { FamilyPart } from './family-part.ts'
import type { PlacePart } from './place-part.ts'
import { dependsOnState } from '../core/depends-on-state.ts'

/** The parts of the booking that are loaded after the first render, or only for those who need them. */
export class BookingParts {
  readonly end: Loader<BookingEnd>
  /** Null while it is not loaded: the times are then shown without it. */
  waitlist: WaitlistPart | null = null
  /** Null while it is not loaded, and where no visit depends on the state. */
  place: PlacePart | null = null
  /** Null for a person who acts for one patient. */
  family: FamilyPart | null = null
  /** Null if no visit can be had without an appointment. */
  onDemand: OnDemandPart | null = null
  readonly #host: VisitElement
  #client: VisitClient | null = null
  #connection: VisitConnection | null = null
  #signal: AbortSignal | null = null

  readonly #finish: (appointment: Appointment) => void

  /** @param finish - Shows a visit that was booked on demand. */
  constructor(host: VisitElement, finish: (appointment: Appointment) => void) {
    this.#host = host
    this.#finish = finish
    this.end = new Loader(host)
  }

  start(client: VisitClient, connection: VisitConnection | null, signal: AbortSignal): void {
    this.clear()
    this.#client = client
    this.#connection = connection
    this.#signal = signal
    void this.loadEnd()
    void this.#loadWaitlist(client, signal)
  }

  /** Other offers of the first steps. What cannot be loaded is not offered. */
  async prepare({ patient, patients, visitTypes }: Catalog): Promise<void> {
    const [host, client, signal] = [this.#host, this.#client, this.#signal]
    if (!client || !signal) return
    const isOnDemand = visitTypes.some((type) => type.onDemand)
    const [place, family, onDemand, organization] = await Promise.all([
      visitTypes.some(dependsOnState) ? load(import('./place-part.ts')) : null,
      patient.choose && patients.length > 1 ? load(import('./family-part.ts')) : null,
      isOnDemand ? load(import('../on-demand/on-demand-part.ts')) : null,
      isOnDemand ? this.#connection?.organization().catch(() => null) : null,
    ])
    if (signal.aborted) return
    if (place) this.place = new place.PlacePart(host)
    if (family) this.family = new family.FamilyPart(host, client)
    if (onDemand)
      this.onDemand = new onDemand.OnDemandPart(host, client, {
        signal,
        emergencyNumber: organization?.contact.emergencyNumber,
        nameOf: (patientId) => patients.find(({ id }) => id === patientId)?.displayName ?? '',
        isShown: (request) =>
          (patients.length === 0 || patients.some(({ id }) => id === request.patientId)) &&
          (!patient.id || request.patientId === patient.id) &&
          visitTypes.some(({ id }) => id === request.visitTypeId),
        finish: this.#finish,
      })
    await this.onDemand?.resume()
    await host.language.ready
  }

  /** Requests on demand that were taken while the page was not open: their visits. */
  showTaken(): void {
    this.onDemand?.loadTaken()
  }

  /** Also for "Try again". */
  async loadEnd(): Promise<void> {
    const [host, client] = [this.#host, this.#client]
    if (!client) return
    await this.end.run(async () => {
      const { BookingEnd } = await loadModule(import('./booking-end.ts'))
      const end = new BookingEnd(host, client)
      await host.language.ready
      return end
    })
  }

  async #loadWaitlist(client: VisitClient, signal: AbortSignal): Promise<void> {
    const part = await load(import('../waitlist/waitlist-part.ts'))
    if (!part || signal.aborted) return
    const waitlist = new part.WaitlistPart(this.#host, client)
    await this.#host.language.ready
    if (signal.aborted) return
    this.waitlist = waitlist
    this.#host.requestUpdate()
  }

  clear(): void {
    this.waitlist?.clear()
    this.waitlist = null
    this.place = null
    this.family = null
    this.onDemand?.clear()
    this.onDemand = null
    this.end.reset()
    this.#client = null
  }
}

const load = <Module>(module: Promise<Module>): Promise<Module | null> => loadModule(module).catch(() => null)
