import type { SupplyChange, VisitClient } from '@visitkit/sdk'
import { Loader } from '../core/loader.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { AffectedVisits } from './affected-visits.ts'

/** Saves a change of hours or closures once every visit that it affects was seen. Without rendering. */
export class SupplyEdit<Saved> {
  readonly affected: AffectedVisits
  readonly saving: Loader<Saved>

  constructor(host: VisitElement) {
    this.affected = new AffectedVisits(host)
    this.saving = new Loader(host)
  }

  get busy(): boolean {
    return this.saving.busy || this.affected.seen.busy
  }

  /** What was entered has changed: it affects other visits. */
  reset(): void {
    this.affected.reset()
    this.saving.reset()
  }

  /** Resolves with what was saved. Undefined when it was refused, or affects visits that were not seen: they are shown now. */
  async save(
    client: VisitClient,
    change: SupplyChange,
    put: (affected: number, signal: AbortSignal) => Promise<Saved>,
  ): Promise<Saved | undefined> {
    if (this.busy) return undefined
    if (!this.affected.seen.value) {
      const seen = await this.affected.preview(client, change)
      if (!seen || seen.count > 0) return undefined
    }
    const saved = await this.saving.run((signal) => put(this.affected.count, signal))
    if (this.saving.problem?.code === 'appointments_affected') await this.affected.preview(client, change)
    return saved
  }
}
