/** What goes wrong with the next request, as scripted. */
export type Fault =
  /** This status instead of a response; the request has no effect. */
  | { readonly kind: 'status'; readonly status: number; readonly retryAfterSeconds?: number }
  /** The connection breaks before the request takes effect. */
  | { readonly kind: 'drop' }
  /** The request takes effect, and the connection breaks before the response. */
  | { readonly kind: 'drop-after' }
  /** The response is late. */
  | { readonly kind: 'slow'; readonly delayMs: number }
  /** An unrelated page with status 200. */
  | { readonly kind: 'nonsense' }
  /** Another response than the right one. Only from the same process. */
  | { readonly kind: 'altered'; readonly alter: (response: string) => string }

export type Route = 'interchanges' | 'mailbox' | 'eligibility'

export interface ScriptedFault {
  readonly fault: Fault
  /** Default: the next request of any route. */
  readonly route?: Route
}

export class Faults {
  readonly #queue: ScriptedFault[] = []

  add(scripted: ScriptedFault, times = 1): void {
    for (let time = 0; time < times; time += 1) this.#queue.push(scripted)
  }

  take(route: Route): Fault | null {
    const index = this.#queue.findIndex((each) => each.route === undefined || each.route === route)
    return index === -1 ? null : (this.#queue.splice(index, 1)[0]?.fault ?? null)
  }

  /** How many are still to come. */
  get waiting(): number {
    return this.#queue.length
  }

  clear(): void {
    this.#queue.length = 0
  }
}
