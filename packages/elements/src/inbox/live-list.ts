import type { Read, VisitClient, WatchOptions } from '@visitkit/sdk'
import { followList } from '../core/follow-list.ts'
import { Loader } from '../core/loader.ts'
import type { VisitElement } from '../core/visit-element.ts'

/** A list of the inbox, live. */
export class LiveList<Value> {
  readonly #shown: Loader<Value>
  readonly #changed: () => void
  #refresh: () => void = () => undefined

  /** @param changed - Called after each change of the list. */
  constructor(host: VisitElement, changed: () => void) {
    this.#shown = new Loader(host)
    this.#changed = changed
  }

  get value(): Value | undefined {
    return this.#shown.value
  }

  get problem(): Loader<Value>['problem'] {
    return this.#shown.problem
  }

  /** Whether it was read, or could not be. */
  get isRead(): boolean {
    return this.#shown.now.state === 'ready' || this.#shown.now.state === 'failed'
  }

  follow(client: VisitClient, read: Read<Value>, options: WatchOptions): void {
    const reading = this.#shown.run(() => {
      const watch = client.watch(read, options)
      this.#refresh = () => watch.refresh()
      return followList(watch, (value) => {
        this.#shown.set(value)
        this.#changed()
      })
    })
    void reading.then(() => this.#changed())
  }

  refresh(): void {
    this.#refresh()
  }

  reset(): void {
    this.#shown.reset()
  }
}
