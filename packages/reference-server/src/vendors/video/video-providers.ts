import { createDailyProvider } from './daily/daily-provider.ts'
import { createPeerProvider } from './peer/peer-provider.ts'
import type { VideoProvider } from './provider.ts'

export interface VideoSettings {
  readonly video: readonly ('peer' | 'daily')[]
  readonly daily: {
    readonly apiKey: string
    readonly domainId: string | null
    readonly webhookSecret: string | null
    readonly apiBase: string | null
  } | null
  readonly stunUrls: readonly string[]
}

/** The vendors that this deployment may use, by name. */
export const videoProviders = ({ video, daily, stunUrls }: VideoSettings): ReadonlyMap<string, VideoProvider> => {
  const providers = new Map<string, VideoProvider>()
  if (video.includes('peer')) providers.set('peer', createPeerProvider({ stunUrls }))
  if (daily !== null) {
    const { apiKey, domainId, webhookSecret, apiBase } = daily
    providers.set(
      'daily',
      createDailyProvider({
        apiKey,
        ...(domainId === null ? {} : { domainId }),
        ...(webhookSecret === null ? {} : { webhookSecret }),
        ...(apiBase === null ? {} : { apiBase }),
      }),
    )
  }
  return providers
}
