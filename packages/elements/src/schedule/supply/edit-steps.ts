import type { VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../../core/focus.ts'
import type { SupplyView } from './supply-view.ts'

interface EditedFlow {
  readonly draft: { readonly isRemoval: boolean } | null
  readonly edit: { readonly affected: { readonly count: number } }
  save(client: VisitClient): Promise<unknown>
  cancel(): void
}
interface EditOptions {
  readonly saved: 'savedClosure' | 'savedException'
  readonly removed: 'removedClosure' | 'removedException'
  /** The first field at fault; null when there is none. */
  readonly faultAt: () => string | null
}

/** Edits one entry of a list: each step moves the focus to what the person has to read next. */
export class EditSteps {
  readonly #view: SupplyView
  readonly #flow: EditedFlow
  readonly #options: EditOptions

  constructor(view: SupplyView, flow: EditedFlow, options: EditOptions) {
    this.#view = view
    this.#flow = flow
    this.#options = options
  }

  begin(edit: () => void): void {
    edit()
    void moveFocus(this.#view.host, '#draft')
  }

  cancel(): void {
    this.#flow.cancel()
    void moveFocus(this.#view.host, '#heading')
  }

  async save(): Promise<void> {
    const { host, client, supply, done } = this.#view
    const now = client()
    if (!now) return
    const isRemoval = this.#flow.draft?.isRemoval
    const saved = await this.#flow.save(now)
    const fault = this.#options.faultAt()
    if (fault) return moveFocus(host, fault)
    if (saved) {
      done(supply(isRemoval ? this.#options.removed : this.#options.saved))
      return moveFocus(host, '#heading')
    }
    if (this.#flow.edit.affected.count > 0) await moveFocus(host, '#affected')
  }
}
