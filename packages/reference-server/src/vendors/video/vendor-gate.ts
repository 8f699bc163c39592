import { requireVendorAgreement, type VendorCheck } from '../vendor-agreement.ts'
import type { VideoProvider } from './provider.ts'

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
