import { nothing } from 'lit'
import type { VisitClient } from '@visitkit/sdk'
import type { KeptText } from './kept-text.ts'
import { loadModule } from './load-module.ts'
import type { VisitElement } from './visit-element.ts'

type Made = ConstructorParameters<typeof KeptText>

/** A `KeptText` that is loaded with its first field, for elements in which few people write. Requested again if it fails to load. */
export class LazyKeptText {
  readonly #host: VisitElement
  readonly #rest: readonly [Made[1], Made[2]?]
  #kept: KeptText | null = null
  #isLoading = false

  constructor(host: VisitElement, ...rest: readonly [Made[1], Made[2]?]) {
    this.#host = host
    this.#rest = rest
  }

  of(client: VisitClient, subject: Parameters<KeptText['of']>[1]): unknown {
    if (this.#kept) return this.#kept.of(client, subject)
    void this.#load()
    return nothing
  }

  async sent(): Promise<void> {
    await this.#kept?.sent()
  }

  reset(): void {
    this.#kept?.reset()
  }

  async #load(): Promise<void> {
    if (this.#isLoading) return
    this.#isLoading = true
    const part = await loadModule(import('./kept-text.ts')).catch(() => null)
    this.#isLoading = false
    if (!part) return
    this.#kept = new part.KeptText(this.#host, ...this.#rest)
    this.#host.requestUpdate()
  }
}
