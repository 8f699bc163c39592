import {
  startIdentityProvider,
  type IdentityProvider,
  type IdentityProviderOptions,
} from './identity-provider/start-identity-provider.ts'
import { startVideo, type SimulatedDaily, type StartVideoOptions } from './video/start-video.ts'

export interface SandboxOptions {
  readonly identityProvider?: IdentityProviderOptions
  readonly video?: StartVideoOptions
}

export interface Sandbox {
  readonly identityProvider: IdentityProvider | null
  readonly video: SimulatedDaily | null
  stop(): Promise<void>
}

/** Starts the simulated partners that are asked for, and no others. When one cannot start, those that did are stopped again. */
export const startSandbox = async (options: SandboxOptions): Promise<Sandbox> => {
  const stops: (() => Promise<void>)[] = []
  const stop = async (): Promise<void> => {
    await Promise.all(stops.splice(0).map((end) => end()))
  }
  try {
    const identityProvider = options.identityProvider ? await startIdentityProvider(options.identityProvider) : null
    if (identityProvider) stops.push(identityProvider.stop)
    const video = options.video ? await startVideo(options.video) : null
    if (video) stops.push(video.stop)
    return { identityProvider, video, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
