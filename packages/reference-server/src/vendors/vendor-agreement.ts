import { Problem } from '../platform/problems/problem.ts'

/** `reason` is only logged. */
export const vendorNotPermitted = (reason: string): Problem =>
  new Problem(
    403,
    'vendor_not_permitted',
    'This organization has no agreement in force with this vendor for its region. A compliance officer must record one first.',
    { reason },
  )

/**
 * The parts of a Business Associate Agreement that the gate checks (45 CFR 164.308(b), 164.314(a)). `to` is exclusive; null without an
 * end.
 */
export interface VendorAgreement {
  readonly vendor: string
  readonly region: string
  readonly from: Date
  readonly to: Date | null
}

export interface VendorCheck {
  readonly vendor: string
  /** The organization's region. */
  readonly region: string
  readonly agreements: readonly VendorAgreement[]
  readonly now: Date
}

const inRegion = ({ vendor, region, agreements }: VendorCheck): readonly VendorAgreement[] =>
  agreements.filter((agreement) => agreement.vendor === vendor && agreement.region === region)

/** The agreement with the vendor that is in force in the region; of several, the one that lasts longest. Null without one. */
export const agreementInForce = (check: VendorCheck): VendorAgreement | null => {
  const { now } = check
  return (
    inRegion(check)
      .filter(({ from, to }) => from <= now && (to === null || now < to))
      .toSorted((one, other) => (other.to?.getTime() ?? Infinity) - (one.to?.getTime() ?? Infinity) || 0)[0] ?? null
  )
}

/** Throws `vendor_not_permitted` unless an agreement with the vendor is in force in the region. */
export const requireVendorAgreement = (check: VendorCheck): void => {
  if (agreementInForce(check) !== null) return
  throw vendorNotPermitted(
    inRegion(check).length > 0
      ? `no agreement with ${check.vendor} in force in ${check.region}`
      : `no agreement with ${check.vendor} for ${check.region}`,
  )
}
