import type { components } from '@visitkit/contract'
import type { AgreementMode } from './capabilities.ts'
import { createDailyProvider } from './daily/daily-provider.ts'
import type { IceServerSettings } from './ice-servers.ts'
import { capabilitiesOf, type CapabilityPacks } from './load-capability-packs.ts'
import type { Outgoing } from '../../platform/egress/outgoing.ts'
import { createPeerProvider } from './peer/peer-provider.ts'
import type { VideoProvider, VideoVendorName } from './provider.ts'

type VideoVendor = components['schemas']['VideoVendor']

export interface VideoSettings extends Required<IceServerSettings> {
  readonly video: readonly VideoVendorName[]
  readonly daily: {
    readonly mode: Extract<AgreementMode, 'hipaa' | 'plain'>
    readonly apiKey: string
    readonly domainId: string | null
    readonly webhookSecret: string | null
    readonly apiBase: string | null
  } | null
}

/** The vendors that this deployment may use, by name, each with the pack of its agreement mode. */
export const videoProviders = (
  { video, daily, stunUrls, turn }: VideoSettings,
  packs: CapabilityPacks,
  outgoing: Pick<Outgoing, 'fetch'>,
): ReadonlyMap<VideoVendor, VideoProvider> => {
  const providers = new Map<VideoVendor, VideoProvider>()
  if (video.includes('peer')) {
    const capabilities = capabilitiesOf(packs.peer, 'direct')
    providers.set('peer', createPeerProvider({ capabilities, stunUrls, turn }))
  }
  if (daily !== null) {
    const { mode, apiKey, domainId, webhookSecret, apiBase } = daily
    providers.set(
      'daily',
      createDailyProvider({
        capabilities: capabilitiesOf(packs.daily, mode),
        apiKey,
        outgoing,
        ...(domainId === null ? {} : { domainId }),
        ...(webhookSecret === null ? {} : { webhookSecret }),
        ...(apiBase === null ? {} : { apiBase }),
      }),
    )
  }
  return providers
}
