import type { DailyCallFactory } from '@daily-co/daily-js'
import { VideoError } from '../driver.ts'

/** Loads daily-js on demand. It is a CommonJS or an ES module, depending on the bundler. */
export const loadDaily = async (): Promise<DailyCallFactory> => {
  try {
    const { default: module } = (await import('@daily-co/daily-js')) as { default: unknown }
    return (
      typeof module === 'object' && module !== null && 'default' in module ? module.default : module
    ) as DailyCallFactory
  } catch (error) {
    const failure = new VideoError(
      'load_failed',
      'daily-js could not be loaded. Whoever bundles the elements installs it beside them: npm install @daily-co/daily-js. If it is there, look at the network and the content security policy of the page.',
      error,
    )
    // The person is asked to try again; the missing package is for the developer of the page.
    console.error(failure.message)
    throw failure
  }
}
