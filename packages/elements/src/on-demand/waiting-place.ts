import type { Appointment, OnDemandRequest, VisitClient } from '@visitkit/sdk'
import { Loader } from '../core/loader.ts'
import type { VisitElement } from '../core/visit-element.ts'

/** A place that is not renewed ends after some minutes; the place in line is read with it. */
const RENEW_MS = 45_000

/** The place of one patient in the line for the next free clinician, without rendering. It is renewed while a page with it is open. */
export class WaitingPlace {
  readonly leaving: Loader<true>
  /** The visit of a request that was taken. */
  readonly taken: Loader<Appointment>
  request: OnDemandRequest
  readonly #host: VisitElement
  readonly #client: VisitClient
  readonly #onTaken: (appointment: Appointment) => void
  #timer: ReturnType<typeof setInterval> | undefined

  /** @param onTaken - Called once, with the visit of the request. */
  constructor(
    host: VisitElement,
    client: VisitClient,
    request: OnDemandRequest,
    onTaken: (place: WaitingPlace, appointment: Appointment) => void,
  ) {
    this.#host = host
    this.#client = client
    this.#onTaken = (appointment) => onTaken(this, appointment)
    this.leaving = new Loader(host)
    this.taken = new Loader(host)
    this.request = request
    this.#show(request)
  }

  get isWaiting(): boolean {
    return this.request.status === 'waiting'
  }

  /** Keeps the place, and reads it. A lost connection is tried again. */
  async renew(): Promise<void> {
    if (!this.isWaiting) return
    try {
      this.take(await this.#client.onDemand.renew(this.request.id))
    } catch (error) {
      if ((error as { code?: string }).code === 'request_ended') await this.read()
    }
  }

  async read(): Promise<void> {
    if (!this.isWaiting) return
    const read = await this.#client.onDemand.get(this.request.id).catch(() => null)
    if (read) this.take(read)
  }

  take(request: OnDemandRequest): void {
    this.#show(request)
    if (request.status === 'taken') void this.loadTaken()
  }

  #show(request: OnDemandRequest): void {
    this.request = request
    clearInterval(this.#timer)
    if (request.status === 'waiting') this.#timer = setInterval(() => void this.renew(), RENEW_MS)
    this.#host.requestUpdate()
  }

  /** Also for "Try again". */
  async loadTaken(): Promise<void> {
    const { appointmentId } = this.request
    if (!appointmentId || this.taken.busy || this.taken.value) return
    const appointment = await this.taken.run((signal) => this.#client.appointments.get(appointmentId, { signal }))
    if (appointment) this.#onTaken(appointment)
  }

  /** Resolves with whether the place was given up. */
  async leave(): Promise<boolean> {
    if (this.leaving.busy) return false
    const { id } = this.request
    const done = await this.leaving.run(async (signal) => {
      await this.#client.onDemand.leave(id, { signal })
      return true
    })
    if (!done) return false
    // Someone may have taken it at the same moment: the visit then stays.
    await this.read()
    return this.request.status !== 'taken'
  }

  /** Stops to renew it, without a request to the server. */
  clear(): void {
    clearInterval(this.#timer)
    this.leaving.reset()
    this.taken.reset()
  }
}
