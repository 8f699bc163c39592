import { nothing } from 'lit'
import type { VisitClient } from '@visitkit/sdk'
import type { KeptText } from './kept-text.ts'
import { loadModule } from './load-module.ts'
import type { VisitElement } from './visit-element.ts'

type Parameters_ = ConstructorParameters<typeof KeptText>

/** A `KeptText` that is loaded with its first text area, for elements in which few people write. Requested again if it fails to load. */
export class LazyKeptText {
  readonly #host: VisitElement
  readonly #rest: readonly [Parameters_[1], Parameters_[2]?]
  #kept: KeptText | null = null
  #loading: Promise<void> | null = null

  constructor(host: VisitElement, ...rest: readonly [Parameters_[1], Parameters_[2]?]) {
    this.#host = host
    this.#rest = rest
  }

  of(client: VisitClient, subject: Parameters<KeptText['of']>[1]): unknown {
    if (this.#kept) return this.#kept.of(client, subject)
    this.#loading ??= this.#load()
    return nothing
  }

  async sent(): Promise<void> {
    await this.#kept?.sent()
  }

  reset(): void {
    this.#kept?.reset()
  }

  async #load(): Promise<void> {
    const part = await loadModule(import('./kept-text.ts')).catch(() => null)
    this.#loading = null
    if (!part) return
    this.#kept = new part.KeptText(this.#host, ...this.#rest)
    this.#host.requestUpdate()
  }
}
