/** What goes wrong next, as a script wants it. */
export type Fault =
  /** This status instead of an answer; nothing is done. */
  | { readonly kind: 'status'; readonly status: number; readonly retryAfterSeconds?: number }
  /** The connection breaks before anything is done. */
  | { readonly kind: 'drop' }
  /** It is done, and the connection breaks before the answer. */
  | { readonly kind: 'drop-after' }
  /** The answer comes late. */
  | { readonly kind: 'slow'; readonly delayMs: number }
  /** A page of something else, with status 200. */
  | { readonly kind: 'nonsense' }

export type Route = 'interchanges' | 'mailbox' | 'eligibility'

export interface ScriptedFault {
  readonly fault: Fault
  /** Default: whichever comes next. */
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

  /** How many have not happened yet. */
  get waiting(): number {
    return this.#queue.length
  }

  clear(): void {
    this.#queue.length = 0
  }
}
