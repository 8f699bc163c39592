import type { DailyCall } from '@daily-co/daily-js'

/** Milliseconds. */
const destroyTimeoutMs = 3000

/**
 * Leaves and destroys. daily-js waits for the call machine to confirm, and for ever when that was never loaded or is stuck; a person who
 * wants to leave must not wait with it.
 */
export const discardCall = async (call: DailyCall): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, destroyTimeoutMs)
  await Promise.race([call.destroy().catch(() => undefined), promise])
  clearTimeout(timer)
}
