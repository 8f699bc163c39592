import { VideoError, type VideoErrorCode } from '../video/driver.ts'

const problems: Readonly<Partial<Record<VideoErrorCode, string>>> = {
  room_full: 'room_full',
  unsupported: 'video_unsupported',
  load_failed: 'video_not_loaded',
  seat_expired: 'seat_invalid',
  seat_refused: 'seat_invalid',
}

/** Rejects again: with a problem that has a text, for a failure of the vendor's library. */
export const rejectWithProblem = (error: unknown): never => {
  if (!(error instanceof VideoError)) throw error
  throw Object.assign(new Error('The call could not be joined'), { code: problems[error.code] ?? 'video_failed' })
}
