import type { DailyCall } from '@daily-co/daily-js'
import { withResolvers } from '../../core/with-resolvers.ts'
import { VideoError } from '../driver.ts'
import { dailyJoinError } from './daily-errors.ts'

/** Milliseconds. On a network that drops packets daily-js itself would try for three minutes. */
const loadTimeoutMs = 20_000
const enterTimeoutMs = 20_000

/**
 * Joins, and resolves when inside or when `gone` reports that the person left in the meantime: after that daily-js never settles its own
 * promise. Rejects with a VideoError.
 */
export const enterRoom = async (
  call: DailyCall,
  room: { url: string; token: string },
  left: Promise<void>,
): Promise<void> => {
  const { promise: timeoutError, reject } = withResolvers<never>()
  let timer = setTimeout(
    () => reject(new VideoError('load_failed', 'the call machine did not load in time')),
    loadTimeoutMs,
  )
  call.once('joining-meeting', () => {
    clearTimeout(timer)
    timer = setTimeout(
      () => reject(new VideoError('connection_failed', 'the room did not answer in time')),
      enterTimeoutMs,
    )
  })
  try {
    await Promise.race([call.join(room), left, timeoutError])
  } catch (reason) {
    throw reason instanceof VideoError ? reason : dailyJoinError(reason)
  } finally {
    clearTimeout(timer)
  }
}
