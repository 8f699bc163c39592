import type { components } from '@visitkit/contract'
import type { Day, FilingIndicator } from './claim.ts'

/**
 * The content of `packs/billing`. Every row has its dates and its source. The rule of the day of service applies, whenever the claim is
 * made.
 */
export interface Dated {
  readonly effectiveFrom: Day
  /** The first day on which it is no longer valid; null if open-ended. */
  readonly effectiveTo: Day | null
  readonly source: string
}

type PayerKind = 'medicare' | 'medicaid' | 'commercial' | 'self-pay'

export interface PackPayer extends Dated {
  readonly id: string
  readonly name: string
  readonly kind: PayerKind
  /** The payer id at the clearinghouse: NM109 of 2010BB. Null for self-pay. */
  readonly clearinghouseId: string | null
  readonly filingIndicator: FilingIndicator
  /** Days from the service within which the claim must arrive. */
  readonly timelyFilingDays: number
  /** TRN03 of its payments, if known: with it, a payment under its name and another number is held. */
  readonly paymentNumber?: string
}

/** A range of service codes by number, both ends inclusive, as rules name them. It is not a code set: no names, no prices. */
export interface CodeRange {
  readonly from: string
  readonly to: string
}

export interface RefusedCodes extends Dated {
  readonly codes: readonly CodeRange[]
  readonly instead: components['schemas']['BillInstead']
}

/** A payer's rules for telehealth claims. */
export interface TelehealthRule extends Dated {
  readonly payer: string
  /** For audio and video; empty if the place of service is enough. */
  readonly videoModifiers: readonly string[]
  /** For audio only. */
  readonly audioModifiers: readonly string[]
  /** For audio only, in behavioral health. */
  readonly behavioralAudioModifiers: readonly string[]
  readonly audioOnly: 'covered' | 'behavioral-only' | 'not-covered'
  /** Whether the note must say why there was no video. */
  readonly audioReason: 'required' | 'advised'
  readonly refused: readonly RefusedCodes[]
}

export interface PackFee extends Dated {
  readonly code: string
  readonly chargeCents: number
  /** Codes of visit types for which the service is usual. */
  readonly usualFor?: readonly string[]
}

export interface PackServiceCode extends Dated {
  /** CPT only if the operator imported a set under their own license. */
  readonly codeSystem: 'HCPCS' | 'CPT' | 'local'
  readonly code: string
  /** Plain words of our own for shipped codes. */
  readonly name: string
}

/** Modifiers that exist: HCPCS level II. Those of two digits belong to CPT and are not in the pack. */
export interface PackModifiers extends Dated {
  readonly codes: readonly string[]
}

export interface BillingPack {
  readonly modifiers: readonly PackModifiers[]
  readonly payers: readonly PackPayer[]
  readonly telehealthRules: readonly TelehealthRule[]
  /** Codes that no payer accepts any more. */
  readonly retiredCodes: readonly RefusedCodes[]
  readonly serviceCodes: readonly PackServiceCode[]
  readonly fees: readonly PackFee[]
}

export const isInForce = ({ effectiveFrom, effectiveTo }: Dated, day: Day): boolean =>
  effectiveFrom <= day && (effectiveTo === null || day < effectiveTo)

export const isWithin = (code: string, { from, to }: CodeRange): boolean =>
  code.length === from.length && from <= code && code <= to

/** A payer with its telehealth rule, as valid on one day. */
export interface PayerRules {
  readonly payer: PackPayer
  /** Null for self-pay. */
  readonly telehealth: TelehealthRule | null
  readonly retired: readonly RefusedCodes[]
  readonly modifiers: ReadonlySet<string>
}

/** Null if the pack has no such payer on that day. `id` is the payer's own, or the clearinghouse's for it. */
export const payerRules = (pack: BillingPack, id: string, day: Day): PayerRules | null => {
  const payer = pack.payers.find((each) => (each.id === id || each.clearinghouseId === id) && isInForce(each, day))
  if (!payer) return null
  return {
    payer,
    telehealth: pack.telehealthRules.find((rule) => rule.payer === payer.id && isInForce(rule, day)) ?? null,
    retired: pack.retiredCodes.filter((each) => isInForce(each, day)),
    modifiers: new Set(pack.modifiers.filter((each) => isInForce(each, day)).flatMap(({ codes }) => codes)),
  }
}

/** The pack's price of a code on a day; null if it has none. */
export const defaultCharge = (pack: BillingPack, code: string, day: Day): number | null =>
  pack.fees.find((fee) => fee.code === code && isInForce(fee, day))?.chargeCents ?? null

/** The service codes that an organization may see: CPT texts require a license. */
export const serviceCodesFor = (
  { serviceCodes }: Pick<BillingPack, 'serviceCodes'>,
  { cptLicensed }: { readonly cptLicensed: boolean },
  day: Day,
): readonly PackServiceCode[] =>
  serviceCodes.filter((each) => isInForce(each, day) && (cptLicensed || each.codeSystem !== 'CPT'))
