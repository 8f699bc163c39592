import type { components } from '@visitkit/contract'
import type { Config } from '../config.ts'
import type { VisitsPorts } from '../domains/visits/index.ts'
import type { Egress } from '../platform/egress/egress.ts'
import type { Logger } from '../platform/logging/logger.ts'
import { createIceServers } from '../vendors/video/ice-servers.ts'
import { loadCapabilityPacks, type CapabilityPacks } from '../vendors/video/load-capability-packs.ts'
import { gateVendor } from '../vendors/video/vendor-gate.ts'
import { videoProviders } from '../vendors/video/video-providers.ts'

type VideoVendor = components['schemas']['VideoVendor']

/** How long a page waits for the account of a vendor. Milliseconds. */
const longestAccountRead = 3_000

export interface Video {
  /** As configured. A vendor that this deployment does not have is absent. */
  readonly providers: ReturnType<typeof videoProviders>
  /** The port of the visits domain. Every call first requires an agreement in force and a covered capability. */
  readonly port: VisitsPorts['video']
  /** Whether the vendor's account records calls by default; false if it does not say so in time, or may not be asked. */
  readonly isRecording: (vendor: VideoVendor) => Promise<boolean>
}

/** Creates the adapters of the video vendors. An organization is served only in the region of its deployment. */
export const composeVideo = (
  config: Config,
  clock: () => Date,
  logger: Logger,
  egress: Egress,
  packs: CapabilityPacks = loadCapabilityPacks(),
): Video => {
  const providers = videoProviders(config, packs, egress.to('daily'))
  const gated = new Map(
    [...providers].map(([vendor, provider]) => {
      const terms = async () => ({ region: config.region, agreements: config.vendorAgreements, now: clock() })
      return [vendor, gateVendor(provider, { terms, forPatients: config.mode === 'production' })]
    }),
  )
  return {
    providers,
    isRecording: async (vendor) => {
      const asked = gated.get(vendor)?.recordsByDefault() ?? Promise.resolve(false)
      const isLate = new Promise<false>((resolve) => setTimeout(() => resolve(false), longestAccountRead).unref())
      return Promise.race([asked.catch(() => false), isLate])
    },
    port: {
      providerOf: async (_organizationId, vendor) => gated.get(vendor) ?? null,
      providers: () => gated,
      testServers: createIceServers(config),
      report: ({ code, vendor, count, reason }) =>
        logger.warn('a video vendor needs attention', { code, name: vendor, count, ...(reason && { reason }) }),
    },
  }
}
