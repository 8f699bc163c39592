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

/** Throws `vendor_not_permitted` unless an agreement with the vendor is in force in the region. */
export const requireVendorAgreement = ({ vendor, region, agreements, now }: VendorCheck): void => {
  const inRegion = agreements.filter((agreement) => agreement.vendor === vendor && agreement.region === region)
  if (inRegion.some(({ from, to }) => from <= now && (to === null || now < to))) return
  throw vendorNotPermitted(
    inRegion.length > 0
      ? `no agreement with ${vendor} in force in ${region}`
      : `no agreement with ${vendor} for ${region}`,
  )
}
