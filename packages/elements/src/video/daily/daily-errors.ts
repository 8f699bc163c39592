import { VideoError, type VideoErrorCode } from '../driver.ts'

/** daily-js's fatal error types (0.92.2). */
const fatal: Readonly<Record<string, VideoErrorCode>> = {
  ejected: 'ejected',
  'nbf-room': 'seat_refused',
  'nbf-token': 'seat_refused',
  'exp-room': 'room_closed',
  'no-room': 'room_closed',
  'exp-token': 'seat_expired',
  'meeting-full': 'room_full',
  'not-allowed': 'seat_refused',
  'end-of-life': 'unsupported',
  'connection-error': 'connection_failed',
}

const camera: Readonly<Record<string, VideoErrorCode>> = {
  permissions: 'permission_denied',
  'not-found': 'device_not_found',
  constraints: 'device_not_found',
  'cam-in-use': 'device_in_use',
  'mic-in-use': 'device_in_use',
  'cam-mic-in-use': 'device_in_use',
  'undefined-mediadevices': 'unsupported',
}

const typeOf = (value: unknown): string | null => {
  if (typeof value !== 'object' || value === null || !('error' in value)) return null
  const { error } = value
  return typeof error === 'object' && error !== null && 'type' in error && typeof error.type === 'string'
    ? error.type
    : null
}

/**
 * Handles anything with which `join()` rejects: an event object for a refusal, a plain string when the call machine could not be loaded, an
 * Error for a wrong argument. Daily's texts can contain URLs, so our error has only its stable type.
 */
export const dailyJoinError = (reason: unknown): VideoError => {
  const type = typeOf(reason)
  if (type !== null) return dailyFatalError(type)
  if (typeof reason === 'string') return new VideoError('load_failed', 'the call machine could not be loaded')
  return new VideoError('connection_failed', 'joining failed', reason instanceof Error ? reason : undefined)
}

export const dailyFatalError = (type: string | undefined): VideoError =>
  new VideoError(fatal[type ?? ''] ?? 'connection_failed', `daily: ${type ?? 'unknown'}`)

export const dailyCameraError = (type: string | undefined): VideoError =>
  new VideoError(camera[type ?? ''] ?? 'device_not_found', `daily camera: ${type ?? 'unknown'}`)
