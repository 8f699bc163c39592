import type { Day, FilingIndicator } from './claim.ts'

/** What `packs/billing` says. Every row has its days and its source; a rule of the day of service decides, whenever the claim is made. */
export interface Dated {
  readonly effectiveFrom: Day
  /** The first day on which it no longer holds; null while open-ended. */
  readonly effectiveTo: Day | null
  readonly source: string
}

type PayerKind = 'medicare' | 'medicaid' | 'commercial' | 'self-pay'

export interface PackPayer extends Dated {
  readonly id: string
  readonly name: string
  readonly kind: PayerKind
  /** The id under which the clearinghouse knows it: NM109 of 2010BB. Null for those who pay themselves. */
  readonly clearinghouseId: string | null
  readonly filingIndicator: FilingIndicator
  /** Days from the service within which the claim must arrive. */
  readonly timelyFilingDays: number
}

/** A run of service codes by number, both ends included, as rules name them. No code set: no names, no prices. */
export interface CodeRange {
  readonly from: string
  readonly to: string
}

export interface RefusedCodes extends Dated {
  readonly codes: readonly CodeRange[]
  /** Why, and what to bill instead. */
  readonly message: string
  readonly remedy: string
}

/** What one payer wants of telehealth claims. */
export interface TelehealthRule extends Dated {
  readonly payer: string
  /** By sound and picture; empty when the place of service says it all. */
  readonly videoModifiers: readonly string[]
  /** By sound alone. */
  readonly audioModifiers: readonly string[]
  /** By sound alone, for behavioral health. */
  readonly behavioralAudioModifiers: readonly string[]
  readonly audioOnly: 'covered' | 'behavioral-only' | 'not-covered'
  /** Whether the record must say why there was no picture. */
  readonly audioReason: 'required' | 'advised'
  readonly refused: readonly RefusedCodes[]
}

export interface PackFee extends Dated {
  readonly code: string
  readonly chargeCents: number
  /** Codes of visit types at which it is usually given. */
  readonly usualFor?: readonly string[]
}

export interface PackServiceCode extends Dated {
  /** CPT only where the operator imported a set under a license of their own. */
  readonly codeSystem: 'HCPCS' | 'CPT' | 'local'
  readonly code: string
  /** Of what ships, in plain words of our own. */
  readonly name: string
}

export interface BillingPack {
  readonly payers: readonly PackPayer[]
  readonly telehealthRules: readonly TelehealthRule[]
  /** No payer takes these any more. */
  readonly retiredCodes: readonly RefusedCodes[]
  readonly serviceCodes: readonly PackServiceCode[]
  readonly fees: readonly PackFee[]
}

export const isInForce = ({ effectiveFrom, effectiveTo }: Dated, day: Day): boolean =>
  effectiveFrom <= day && (effectiveTo === null || day < effectiveTo)

export const isWithin = (code: string, { from, to }: CodeRange): boolean =>
  code.length === from.length && from <= code && code <= to

/** A payer with its telehealth rule, as they are on one day. */
export interface PayerRules {
  readonly payer: PackPayer
  /** Null for those who pay themselves. */
  readonly telehealth: TelehealthRule | null
  readonly retired: readonly RefusedCodes[]
}

/** Null when the pack knows no such payer on that day. `id` is the payer's own, or the clearinghouse's for it. */
export const payerRules = (pack: BillingPack, id: string, day: Day): PayerRules | null => {
  const payer = pack.payers.find((each) => (each.id === id || each.clearinghouseId === id) && isInForce(each, day))
  if (!payer) return null
  return {
    payer,
    telehealth: pack.telehealthRules.find((rule) => rule.payer === payer.id && isInForce(rule, day)) ?? null,
    retired: pack.retiredCodes.filter((each) => isInForce(each, day)),
  }
}

/** The house's price of a code on a day; null when it has none. */
export const defaultCharge = (pack: BillingPack, code: string, day: Day): number | null =>
  pack.fees.find((fee) => fee.code === code && isInForce(fee, day))?.chargeCents ?? null

/** What an organization may see of the service codes: CPT is the words of those who hold a license for it. */
export const serviceCodesFor = (
  { serviceCodes }: Pick<BillingPack, 'serviceCodes'>,
  { cptLicensed }: { readonly cptLicensed: boolean },
  day: Day,
): readonly PackServiceCode[] =>
  serviceCodes.filter((each) => isInForce(each, day) && (cptLicensed || each.codeSystem !== 'CPT'))
