import { loadModule } from './load-module.ts'
import { Loader } from './loader.ts'
import type { VisitElement } from './visit-element.ts'

/** A part of an element that is loaded with its texts when it is first needed. */
export class LazyPart<Part> {
  readonly #host: VisitElement
  readonly #make: () => Promise<Part>
  readonly #part: Loader<Part>

  constructor(host: VisitElement, make: () => Promise<Part>) {
    this.#host = host
    this.#make = make
    this.#part = new Loader(host)
  }

  get now(): Loader<Part>['now'] {
    return this.#part.now
  }

  get value(): Part | undefined {
    return this.#part.value
  }

  /** Undefined when it cannot be loaded: then `now` has the problem. */
  async fetch(): Promise<Part | undefined> {
    return (
      this.#part.value ??
      this.#part.run(async () => {
        const part = await loadModule(this.#make())
        this.#host.language.refresh()
        // Another part may add its texts in the meantime.
        while (this.#host.language.ready) await this.#host.language.ready
        return part
      })
    )
  }
}
