import type { HeldLineDetail, HoldReason, OriginConfirmation } from '@visitkit/sdk'
import type { Problem } from '../core/problem.ts'
import type { ConfirmationView } from './match-form.ts'

/** Reasons, and refusals of the server, that a person can answer by confirming whose payment it is. */
const isOfOrigin: ReadonlySet<string> = new Set([
  'receiver-differs',
  'payee-differs',
  'payer-differs',
  'payer-unknown',
] satisfies HoldReason[])

/** What a person says about a payment that is not certainly for the claim that they chose. */
export class MatchConfirmation {
  readonly #onChange: () => void
  #said = { isConfirmed: false, isRemembered: false }

  constructor(onChange: () => void) {
    this.#onChange = onChange
  }

  reset(): void {
    this.#said = { isConfirmed: false, isRemembered: false }
  }

  /** The line is held for it, or the claim that was chosen is another payer's or payee's. */
  #isNeeded({ holdReason }: HeldLineDetail, refusal: Problem | undefined): boolean {
    const refused = refusal?.errors.map(({ code }) => code) ?? []
    return [holdReason, ...refused].some((reason) => reason !== undefined && isOfOrigin.has(reason))
  }

  isMissing(line: HeldLineDetail, refusal: Problem | undefined): boolean {
    return this.#isNeeded(line, refusal) && !this.#said.isConfirmed
  }

  get answer(): OriginConfirmation | undefined {
    const { isConfirmed, isRemembered } = this.#said
    return isRemembered ? 'remembered' : isConfirmed ? 'confirmed' : undefined
  }

  /** Null if nothing has to be said. */
  view(line: HeldLineDetail, refusal: Problem | undefined, showsFault: boolean): ConfirmationView | null {
    if (!this.#isNeeded(line, refusal)) return null
    return {
      ...this.#said,
      payerName: line.payerName,
      showsFault,
      onChange: (said) => {
        this.#said = said
        this.#onChange()
      },
    }
  }
}
