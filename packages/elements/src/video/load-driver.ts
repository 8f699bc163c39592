import { loadModule } from '../core/load-module.ts'
import { VideoError, type SignalChannel, type VideoDriver } from './driver.ts'

export interface LoadDriverOptions {
  /** Required for `peer`: how the browsers of a visit reach each other. */
  readonly signals?: SignalChannel
  /**
   * Folder from which Daily's call machine is loaded instead of Daily's own URLs: a copy on the portal's own origin, or the sandbox. With
   * it there is no failover between Daily's domains.
   */
  readonly dailyBundlePath?: string
}

/** Loads the driver for a seat's vendor on demand: a page that never joins a call never downloads a vendor's library. */
export const loadDriver = async (vendor: string, options: LoadDriverOptions = {}): Promise<VideoDriver> => {
  switch (vendor) {
    case 'peer': {
      if (!options.signals) throw new VideoError('unsupported', 'a peer call needs a signal channel')
      const { createPeerDriver } = await loadModule(import('./peer/peer-driver.ts'))
      return createPeerDriver({ signals: options.signals })
    }
    case 'daily': {
      const { createDailyDriver } = await loadModule(import('./daily/daily-driver.ts'))
      return createDailyDriver(options.dailyBundlePath === undefined ? {} : { bundlePath: options.dailyBundlePath })
    }
    default:
      throw new VideoError('unsupported', 'no driver for this video vendor')
  }
}
