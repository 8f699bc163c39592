import type { components } from '@visitkit/contract'

type Schemas = components['schemas']

/** A visit type as a pack writes it: texts by language tag. */
export interface PackedVisitType extends Omit<Schemas['CreateVisitType'], 'specialty' | 'name' | 'description'> {
  readonly name: Readonly<Record<string, string>>
  readonly description: Readonly<Record<string, string>>
}

/** One folder of packs/specialty: a specialty and what can be booked in it. Data, dated and sourced; adding a specialty is adding a folder. */
export interface SpecialtyPack {
  /** The folder's name. */
  readonly code: string
  /** NUCC Health Care Provider Taxonomy code. */
  readonly taxonomy: string
  readonly name: Readonly<Record<string, string>>
  /** `YYYY-MM-DD`, inclusive. */
  readonly effectiveFrom: string
  /** `YYYY-MM-DD`, exclusive; null while it holds. */
  readonly effectiveTo: string | null
  /** Where the rows come from, for whoever reviews them. */
  readonly source: string
  readonly visitTypes: readonly PackedVisitType[]
}

/** The packs by specialty code. */
export type Specialties = ReadonlyMap<string, SpecialtyPack>

export const localized = (texts: Readonly<Record<string, string>>): Schemas['LocalizedText'][] =>
  Object.entries(texts).map(([language, text]) => ({ language, text }))
