import type { BillingProvider, Day } from './claim.ts'

/** The billing identity of an organization. Set when the organization is created; see `setUpBilling`. */
export interface BillingSettings {
  /** Null until it is set: claims are created anyway, and blocked. */
  readonly provider: BillingProvider | null
  /** The organization holds the American Medical Association's license to use CPT. */
  readonly cptLicensed: boolean
}

export const noSettings: BillingSettings = { provider: null, cptLicensed: false }

/** The price of one unit of a service from a day on. */
export interface Fee {
  readonly codeSystem: 'HCPCS' | 'CPT' | 'local'
  readonly code: string
  readonly chargeCents: number
  readonly from: Day
  /** Codes of the visit types for which the service is usual. */
  readonly usualFor?: readonly string[] | undefined
}

/** The price of one unit on `day`; null if there is none. The latest one that has begun applies. */
export const priceOn = (
  fees: readonly Fee[],
  { codeSystem, code }: Pick<Fee, 'codeSystem' | 'code'>,
  day: Day,
): number | null =>
  fees
    .filter((fee) => fee.codeSystem === codeSystem && fee.code === code && fee.from <= day)
    .reduce<Fee | null>((latest, fee) => (latest === null || fee.from >= latest.from ? fee : latest), null)
    ?.chargeCents ?? null
