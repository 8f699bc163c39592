import type { DailyCall } from '@daily-co/daily-js'
import { withResolvers } from '../../core/with-resolvers.ts'

/** Milliseconds. */
const destroyTimeoutMs = 3000

/**
 * Leaves and destroys. daily-js waits for the call machine to confirm, forever when it was never loaded or is stuck; leaving must not wait
 * for it.
 */
export const discardCall = async (call: DailyCall): Promise<void> => {
  const { promise, resolve } = withResolvers<void>()
  const timer = setTimeout(resolve, destroyTimeoutMs)
  await Promise.race([call.destroy().catch(() => undefined), promise])
  clearTimeout(timer)
}
