import { VideoError, type VideoErrorCode } from './driver.ts'

const codes: Readonly<Record<string, VideoErrorCode>> = {
  NotAllowedError: 'permission_denied',
  SecurityError: 'permission_denied',
  NotFoundError: 'device_not_found',
  OverconstrainedError: 'device_not_found',
  NotReadableError: 'device_in_use',
  AbortError: 'device_in_use',
}

/** Maps the rejections of getUserMedia and getDisplayMedia (W3C Media Capture and Streams) to our codes. */
export const mediaError = (error: unknown, what: string): VideoError => {
  const name = error instanceof DOMException ? error.name : ''
  return new VideoError(codes[name] ?? 'unsupported', `${what}: ${name || 'not available in this browser'}`, error)
}
