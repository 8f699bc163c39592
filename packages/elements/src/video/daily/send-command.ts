import { withResolvers } from '../../core/with-resolvers.ts'
import { VideoError } from '../driver.ts'
import type { DriverStatus } from '../driver-status.ts'

const timeoutMs = 10_000

/**
 * Sends a command to the call machine and waits until its reported state agrees, or the call ends.
 *
 * @throws {VideoError} What the call machine reports, or `connection_failed` when it reports nothing.
 */
export const sendCommand = async (status: DriverStatus, send: () => void, isDone: () => boolean): Promise<void> => {
  const { promise, resolve, reject } = withResolvers<void>()
  const stops = [
    status.events.on('local-changed', () => isDone() && resolve()),
    status.events.on('error', reject),
    status.events.on('state', (state) => (state === 'left' || state === 'failed') && resolve()),
  ]
  const late = setTimeout(() => reject(new VideoError('connection_failed', 'daily did not answer in time')), timeoutMs)
  try {
    send()
    await promise
  } finally {
    clearTimeout(late)
    for (const stop of stops) stop()
  }
}
