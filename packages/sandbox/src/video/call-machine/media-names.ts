/** daily-js's names of a participant's tracks, in the order of the media lines that call machines negotiate. */
export const trackNames = ['audio', 'video', 'screenVideo', 'screenAudio'] as const
export type TrackName = (typeof trackNames)[number]
export type Tracks = Record<TrackName, MediaStreamTrack | null>
export type MediaState = Record<TrackName, boolean>

/** The streams in which daily-js looks up a track: types `cam` and `screen`. */
export const streamType = (name: TrackName): 'cam' | 'screen' => (name.startsWith('screen') ? 'screen' : 'cam')
export const trackKind = (name: TrackName): 'audio' | 'video' =>
  name.toLowerCase().endsWith('audio') ? 'audio' : 'video'
