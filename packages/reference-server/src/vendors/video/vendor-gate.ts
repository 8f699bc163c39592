import { requireVendorAgreement, type VendorCheck } from '../vendor-agreement.ts'
import type { VideoCapability } from './capabilities.ts'
import { capabilityNotCovered } from './problems.ts'
import type { VideoProvider } from './provider.ts'

export interface VendorGateOptions {
  /** The agreements as of now. Read for every call, so that the end of an agreement takes effect at once. */
  readonly terms: () => Promise<Omit<VendorCheck, 'vendor'>>
  /** Real patients are seen: rooms and seats need an agreement that covers PHI. */
  readonly forPatients: boolean
}

/**
 * The provider as one organization may use it. Before a call reaches the vendor, the gate requires an agreement in force and the needed
 * capabilities in the pack of its mode; otherwise nothing is sent. Ending stays possible after an agreement has ended: people are ejected
 * and rooms closed, whatever the agreement.
 */
export const gateVendor = (provider: VideoProvider, { terms, forPatients }: VendorGateOptions): VideoProvider => {
  const { vendor } = provider
  const requireCovered = (now: Date, ...wanted: readonly VideoCapability[]): void => {
    const { covered, mode } = provider.capabilities(now)
    const missing = wanted.find((capability) => !covered.has(capability))
    if (missing !== undefined) throw capabilityNotCovered(`${vendor} ${mode}: ${missing}`)
  }
  /** For calls that begin or extend something. */
  const permit = async (...wanted: readonly VideoCapability[]): Promise<void> => {
    const given = await terms()
    if (provider.thirdParty) requireVendorAgreement({ vendor, ...given })
    requireCovered(given.now, ...wanted)
  }
  /** For calls that end something. */
  const permitEnding = async (wanted: VideoCapability): Promise<void> => requireCovered((await terms()).now, wanted)
  const phi: readonly VideoCapability[] = forPatients ? ['phi'] : []
  return {
    vendor,
    thirdParty: provider.thirdParty,
    reader: provider.reader,
    capabilities: (at) => provider.capabilities(at),
    openRoom: async (request, now) => {
      await permit(...phi, ...request.features)
      const { mode, maxParticipants } = provider.capabilities(now)
      if (request.maxParticipants > maxParticipants)
        throw capabilityNotCovered(`${vendor} ${mode}: more than ${maxParticipants} participants`)
      return provider.openRoom(request, now)
    },
    extendRoom: async (room, closesAt) => {
      await permit(...phi, 'extend')
      return provider.extendRoom(room, closesAt)
    },
    issueSeat: async (request, now) => {
      await permit(...phi, ...(request.mayShareScreen ? (['screenShare'] as const) : []))
      if (request.mayStartCaptions === true) await permit('captions', 'transcription')
      return provider.issueSeat(request, now)
    },
    eject: async (request) => {
      await permitEnding('eject')
      return provider.eject(request)
    },
    closeRoom: async (vendorRoomId) => {
      await permitEnding('end')
      return provider.closeRoom(vendorRoomId)
    },
    findRooms: async (attempts, signal) => {
      await permitEnding('findRooms')
      return provider.findRooms(attempts, signal)
    },
    parseWebhook: async (request) => {
      await permitEnding('webhooks')
      return provider.parseWebhook(request)
    },
    recordsByDefault: async () => {
      await permit()
      return provider.recordsByDefault()
    },
    watchWebhooks: async (pointsHere, signal) => {
      await permit('webhooks')
      return provider.watchWebhooks(pointsHere, signal)
    },
  }
}
