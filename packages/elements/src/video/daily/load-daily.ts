import type { DailyCallFactory } from '@daily-co/daily-js'
import { VideoError } from '../driver.ts'

/** daily-js, downloaded only now. It comes as a CommonJS or as an ES module, depending on who bundles. */
export const loadDaily = async (): Promise<DailyCallFactory> => {
  try {
    const { default: module } = (await import('@daily-co/daily-js')) as { default: unknown }
    return (
      typeof module === 'object' && module !== null && 'default' in module ? module.default : module
    ) as DailyCallFactory
  } catch (error) {
    throw new VideoError('load_failed', 'daily-js could not be loaded', error)
  }
}
