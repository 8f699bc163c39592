import type { components } from '@visitkit/contract'

export type ConsentPurpose = components['schemas']['ConsentPurpose']
export type ConsentSection = components['schemas']['ConsentSection']

/** `written` includes a typed name on a screen (ESIGN, UETA). `verbal-documented`: staff may attest a spoken consent. */
export type ConsentForm = 'verbal-documented' | 'written'
export type ConsentFrequency = 'initiation' | 'annual' | 'each-visit'

/** What one law requires of consent to telehealth treatment. Null means any. */
export interface JurisdictionRow {
  /** A state, `US` for a federal payer's rule, or `*` for states without a row. */
  readonly jurisdiction: string
  readonly profession: string | null
  readonly payer: string | null
  readonly modality: string | null
  readonly form: ConsentForm
  readonly frequency: ConsentFrequency
  readonly extraClauses: readonly string[]
  readonly source: string
  /** `YYYY-MM-DD`: when a person last read the source. */
  readonly checkedOn: string
  /** `YYYY-MM-DD`, inclusive. */
  readonly effectiveFrom: string
  /** `YYYY-MM-DD`, the first day on which the rule no longer applies. Null while it applies. */
  readonly effectiveTo: string | null
}

export interface Clause {
  readonly id: string
  /** Completes "A section that says ...". */
  readonly text: string
}

/** A text for the first publication. */
export interface StarterText {
  readonly purpose: ConsentPurpose
  readonly language: string
  readonly title: string
  readonly sections: readonly ConsentSection[]
}

/** `packs/consent`: the required clauses, and what the law of each state requires. */
export interface ConsentPack {
  readonly clauses: ReadonlyMap<string, Clause>
  readonly purposes: ReadonlyMap<ConsentPurpose, readonly string[]>
  readonly jurisdictions: readonly JurisdictionRow[]
  /** The original (English) first, for each purpose. */
  readonly starterTexts: readonly StarterText[]
}
