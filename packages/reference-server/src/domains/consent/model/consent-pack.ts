import type { components } from '@visitkit/contract'

export type ConsentPurpose = components['schemas']['ConsentPurpose']
export type ConsentSection = components['schemas']['ConsentSection']

/** `written` includes a typed name on a screen (ESIGN, UETA). `verbal-documented`: staff may attest what was said. */
export type ConsentForm = 'verbal-documented' | 'written'
export type ConsentFrequency = 'initiation' | 'annual' | 'each-visit'

/** What one law asks of consent to telehealth treatment. Null means any. */
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
  /** `YYYY-MM-DD`: when someone last read the source. */
  readonly checkedOn: string
  /** `YYYY-MM-DD`, inclusive. */
  readonly effectiveFrom: string
  /** `YYYY-MM-DD`, the first day on which it no longer holds; null while it does. */
  readonly effectiveTo: string | null
}

export interface Clause {
  readonly id: string
  /** Completes "A section that says ...". */
  readonly says: string
}

/** A text as it can be published to begin with. */
export interface StarterText {
  readonly purpose: ConsentPurpose
  readonly language: string
  readonly title: string
  readonly sections: readonly ConsentSection[]
}

/** `packs/consent`: what texts must say, and what the law of each place asks. */
export interface ConsentPack {
  readonly clauses: ReadonlyMap<string, Clause>
  readonly purposes: ReadonlyMap<ConsentPurpose, readonly string[]>
  readonly jurisdictions: readonly JurisdictionRow[]
  /** Original (English) first, for each purpose. */
  readonly starterTexts: readonly StarterText[]
}
