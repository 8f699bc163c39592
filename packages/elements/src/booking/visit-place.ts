import type { VisitType } from '@visitkit/sdk'
import { dependsOnState } from '../core/depends-on-state.ts'
import type { Catalog } from './booking-catalog.ts'

/** What is chosen so far. */
interface Choices {
  readonly catalog: { readonly value: Catalog | undefined }
  readonly patientId: string
  readonly together: readonly string[]
  readonly visitType: VisitType | null
  readonly visitTypes: readonly VisitType[]
}

/** The state where the patient will be at the visit. */
export class VisitPlace {
  /** What the person chose; empty: the home state. */
  chosen = ''
  /** The person went on without a state. */
  isMissing = false
  readonly #choices: Choices

  constructor(choices: Choices) {
    this.#choices = choices
  }

  /** The home state of the patient. Undefined for one whom the session does not name. */
  get home(): string | undefined {
    const { catalog, patientId } = this.#choices
    return catalog.value?.patients.find(({ id }) => id === patientId)?.state
  }

  /** For which times are searched and held. Undefined where it changes nothing, and for several: each is in their home state. */
  get state(): string | undefined {
    const { visitType, together } = this.#choices
    return visitType && dependsOnState(visitType) && together.length === 0 ? this.chosen || this.home : undefined
  }

  /** Whether the person has to say it. */
  get isAsked(): boolean {
    const { visitType, visitTypes } = this.#choices
    const types: readonly VisitType[] = visitType ? [visitType] : visitTypes
    return this.home === undefined && types.some(dependsOnState)
  }

  choose(state: string): void {
    this.chosen = state
    this.isMissing = false
  }
}
