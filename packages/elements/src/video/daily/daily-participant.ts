import type { DailyParticipant } from '@daily-co/daily-js'
import type { LinkState, LocalMedia, Quality, TrackKind, VideoParticipant } from '../driver.ts'
import { streamOf } from '../stream-of.ts'

export type Streams = Readonly<Record<TrackKind, MediaStream | null>>
export const noStreams: Streams = { audio: null, camera: null, screen: null }

const qualities: Readonly<Record<string, Quality>> = { good: 'good', warning: 'low', bad: 'bad' }
/** Maps Daily's network state to ours. */
export const dailyQuality = (state: string | undefined): Quality => qualities[state ?? ''] ?? 'unknown'

const isOn = (participant: DailyParticipant, name: 'audio' | 'video' | 'screenVideo'): boolean =>
  !['off', 'blocked'].includes(participant.tracks[name].state)

/** The participant's streams that can be shown; a stream object is reused while its tracks are the same. */
export const readStreams = (participant: DailyParticipant, before: Streams): Streams => {
  const { audio, video, screenVideo, screenAudio } = participant.tracks
  // `interrupted` and `loading` change with the network: the picture is kept until the other side turns it off.
  const track = (info: typeof video): MediaStreamTrack | null =>
    info.state === 'playable' || info.state === 'interrupted' ? (info.persistentTrack ?? null) : null
  return {
    // Sound stays attached while muted, so that the first word afterwards is heard.
    audio: streamOf(before.audio, [audio.persistentTrack ?? null]),
    camera: streamOf(before.camera, [track(video)]),
    screen: streamOf(before.screen, [track(screenVideo), track(screenVideo) && track(screenAudio)]),
  }
}

/** Another participant, as far as it is known. */
export interface Person {
  readonly daily: DailyParticipant
  readonly streams: Streams
  readonly link: LinkState
}

export const describeParticipant = (
  { daily: participant, streams, link }: Person,
  role: VideoParticipant['role'],
): VideoParticipant => ({
  id: participant.user_id,
  role,
  ...streams,
  link,
  microphoneOn: isOn(participant, 'audio'),
  cameraOn: isOn(participant, 'video'),
  quality: dailyQuality(participant.networkQualityState),
})

export const describeLocal = (participant: DailyParticipant | undefined, streams: Streams): LocalMedia => ({
  microphoneOn: participant !== undefined && isOn(participant, 'audio'),
  cameraOn: participant !== undefined && isOn(participant, 'video'),
  sharing: participant !== undefined && isOn(participant, 'screenVideo'),
  isInterrupted:
    participant !== undefined &&
    [participant.tracks.audio, participant.tracks.video].some(({ state }) => state === 'interrupted'),
  ...streams,
})
