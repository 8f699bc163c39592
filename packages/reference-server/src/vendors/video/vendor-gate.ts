import type { VideoProvider } from './provider.ts'
import { vendorNotPermitted } from './problems.ts'

/**
 * A Business Associate Agreement as far as this gate needs it (45 CFR 164.308(b), 164.314(a)). `to` is the first moment at which it is
 * no longer in force; null while it has no end.
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

/**
 * The provider as one organization may use it: every call that reaches the vendor asks `check` first, so that nothing is sent before
 * the agreement was looked at. Ending stays possible after an agreement ran out: people are put out of rooms, whatever the contract says.
 */
export const gateVendor = (
  provider: VideoProvider,
  check: () => Promise<Omit<VendorCheck, 'vendor'>>,
): VideoProvider => {
  if (!provider.thirdParty) return provider
  const permit = async (): Promise<void> => requireVendorAgreement({ vendor: provider.vendor, ...(await check()) })
  return {
    vendor: provider.vendor,
    thirdParty: provider.thirdParty,
    capabilities: provider.capabilities,
    ensureRoom: async (request) => {
      await permit()
      return provider.ensureRoom(request)
    },
    issueSeat: async (request, now) => {
      await permit()
      return provider.issueSeat(request, now)
    },
    eject: (room, seatId) => provider.eject(room, seatId),
    closeRoom: (room) => provider.closeRoom(room),
    parseWebhook: (request) => provider.parseWebhook(request),
  }
}
