import type { BillingProvider, Day } from './claim.ts'

/** What an organization bills as. Set when it is founded; see `setUpBilling`. */
export interface BillingSettings {
  /** Null until it is set: claims are made all the same, and blocked. */
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
  /** Codes of the visit types at which it is usually given. */
  readonly usualFor?: readonly string[] | undefined
}

/** What one unit costs on `day`; null when nothing says. Of several, the latest that had begun. */
export const priceOn = (
  fees: readonly Fee[],
  { codeSystem, code }: Pick<Fee, 'codeSystem' | 'code'>,
  day: Day,
): number | null =>
  fees
    .filter((fee) => fee.codeSystem === codeSystem && fee.code === code && fee.from <= day)
    .reduce<Fee | null>((latest, fee) => (latest === null || fee.from >= latest.from ? fee : latest), null)
    ?.chargeCents ?? null
