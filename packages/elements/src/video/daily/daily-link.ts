import type { DailyParticipant } from '@daily-co/daily-js'
import type { LinkState } from '../driver.ts'

/** Microphone and camera, as Daily reports their tracks. */
export type TrackStates = Readonly<Record<'audio' | 'video', Pick<DailyParticipant['tracks']['video'], 'state'>>>

/**
 * The connection to a participant. Daily reports it for each track: `playable` arrives, `interrupted` has arrived before, and `off` and
 * `blocked` are not sent. The way to Daily's server is one, so that a participant who sends nothing is connected.
 */
export const dailyLink = ({ audio, video }: TrackStates, before: LinkState): LinkState => {
  const sent = [audio.state, video.state].filter((state) => state !== 'off' && state !== 'blocked')
  if (sent.every((state) => state === 'playable')) return 'connected'
  if (!sent.includes('playable'))
    return before === 'connecting' || sent.includes('loading') ? 'connecting' : 'reconnecting'
  if (video.state === 'interrupted') return 'no-picture'
  if (audio.state === 'interrupted') return 'no-sound'
  // The second of two tracks begins.
  return before === 'connecting' ? 'connecting' : 'connected'
}
