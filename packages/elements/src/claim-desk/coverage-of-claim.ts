import type { Coverage, VisitClient } from '@visitkit/sdk'
import { loadModule } from '../core/load-module.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { CoveragePart } from './coverage-part.ts'

/** The coverage of the claim. Loaded with the first claim that a payer pays; a claim is complete without it. */
export class CoverageOfClaim {
  readonly #host: VisitElement
  #part: CoveragePart | null = null
  #shown: string | undefined

  constructor(host: VisitElement) {
    this.#host = host
  }

  reset(): void {
    this.#shown = undefined
    this.#part?.reset()
  }

  /** Follows the claim's coverage when it changes. */
  async show(client: VisitClient, coverage: Coverage | undefined, signal: AbortSignal): Promise<void> {
    if (coverage?.id === this.#shown) return
    this.reset()
    this.#shown = coverage?.id
    if (!coverage) return
    const part = (this.#part ??= await this.#fetch())
    if (part && !signal.aborted && this.#shown === coverage.id) await part.open(client, coverage, signal)
  }

  async #fetch(): Promise<CoveragePart | null> {
    const module = await loadModule(import('./coverage-part.ts')).catch(() => null)
    if (!module) return null
    const part = new module.CoveragePart(this.#host)
    this.#host.language.refresh()
    await this.#host.language.ready
    return part
  }

  render(level: number): unknown {
    return this.#part?.render(level)
  }
}
