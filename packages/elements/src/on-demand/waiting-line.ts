import type { Appointment, OnDemandRequest, RequestOnDemand, VisitClient } from '@visitkit/sdk'
import { IdempotencyKeys } from '../core/idempotency-keys.ts'
import { Loader } from '../core/loader.ts'
import type { VisitElement } from '../core/visit-element.ts'

/** A place that is not renewed ends after some minutes; the place in line is read with it. */
const RENEW_MS = 45_000

/** The place of a patient in the line for the next free clinician, without rendering. It is renewed while a page with it is open. */
export class WaitingLine {
  readonly asking: Loader<OnDemandRequest>
  readonly leaving: Loader<true>
  /** The visit of a request that was taken. */
  readonly taken: Loader<Appointment>
  request: OnDemandRequest | null = null
  /** Called once, with the visit of the request. */
  onTaken: (appointment: Appointment) => void = () => {}
  readonly #host: VisitElement
  readonly #client: VisitClient
  readonly #keys = new IdempotencyKeys()
  #timer: ReturnType<typeof setInterval> | undefined

  constructor(host: VisitElement, client: VisitClient, signal: AbortSignal) {
    this.#host = host
    this.#client = client
    this.asking = new Loader(host)
    this.leaving = new Loader(host)
    this.taken = new Loader(host)
    client.watch(
      { types: ['on-demand.changed'] },
      ({ ids }) => 'requestId' in ids && ids.requestId === this.request?.id && void this.#read(),
      {
        signal,
      },
    )
    signal.addEventListener('abort', () => this.clear(), { once: true })
  }

  get isWaiting(): boolean {
    return this.request?.status === 'waiting'
  }

  async ask(body: RequestOnDemand): Promise<boolean> {
    if (this.asking.busy) return false
    const request = await this.asking.run((signal) =>
      this.#client.onDemand.request(body, { signal, ...this.#keys.for('ask', body) }),
    )
    if (!request) return false
    this.#keys.done()
    this.#take(request)
    return true
  }

  /**
   * Looks for a place that the person has already: the page was loaded again, or they asked on another page. Resolves with whether there is
   * one. A visit of a request that was taken is read by `loadTaken`.
   *
   * @param isShown - Whether the request belongs on this page.
   */
  async find(isShown: (request: OnDemandRequest) => boolean): Promise<boolean> {
    const own = await this.#client.onDemand
      .listOwn({ limit: 100 })
      .toArray(100)
      .catch(() => [])
    const shown = own.filter(isShown)
    const found = shown.find(({ status }) => status === 'taken') ?? shown[0]
    if (!found || this.request) return this.request !== null
    this.#show(found)
    // It may be about to end.
    void this.renew()
    return true
  }

  /** Keeps the place, and reads it. A lost connection is tried again. */
  async renew(): Promise<void> {
    const { request } = this
    if (!request || !this.isWaiting) return
    try {
      this.#take(await this.#client.onDemand.renew(request.id))
    } catch (error) {
      if ((error as { code?: string }).code === 'request_ended') await this.#read()
    }
  }

  async #read(): Promise<void> {
    const { request } = this
    if (!request || !this.isWaiting) return
    const read = await this.#client.onDemand.get(request.id).catch(() => null)
    if (read && this.request?.id === read.id) this.#take(read)
  }

  #take(request: OnDemandRequest): void {
    this.#show(request)
    if (request.status === 'taken') void this.loadTaken()
  }

  #show(request: OnDemandRequest): void {
    this.request = request
    this.#follow(request.status === 'waiting')
    this.#host.requestUpdate()
  }

  #follow(isWaiting: boolean): void {
    clearInterval(this.#timer)
    if (isWaiting) this.#timer = setInterval(() => void this.renew(), RENEW_MS)
  }

  /** Also for "Try again". */
  async loadTaken(): Promise<void> {
    const appointmentId = this.request?.appointmentId
    if (!appointmentId || this.taken.busy) return
    const appointment = await this.taken.run((signal) => this.#client.appointments.get(appointmentId, { signal }))
    if (appointment) this.onTaken(appointment)
  }

  /** Resolves with whether the place was given up. */
  async leave(): Promise<boolean> {
    const { request } = this
    if (!request || this.leaving.busy) return false
    const done = await this.leaving.run(async (signal) => {
      await this.#client.onDemand.leave(request.id, { signal })
      return true
    })
    if (!done) return false
    // Someone may have taken it at the same moment: the visit then stays.
    await this.#read()
    if (this.request?.status === 'taken') return false
    this.clear()
    return true
  }

  /** Forgets the place, without a request to the server. */
  clear(): void {
    clearInterval(this.#timer)
    this.request = null
    this.asking.reset()
    this.leaving.reset()
    this.taken.reset()
  }
}
