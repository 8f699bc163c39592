import { trackNames, type MediaState, type TrackName } from './media-names.ts'

/** A participant as the sandbox's server describes them. */
export interface Person {
  readonly sessionId: string
  readonly userId: string
  readonly userName: string
  readonly owner: boolean
  readonly mayShareScreen: boolean
  readonly joinedAt: number
  media: MediaState
}

type TrackState = 'off' | 'loading' | 'playable'

/** A DailyParticipant without its tracks: daily-js adds these from the call machine's store. */
export const describeParticipant = (person: Person, local: boolean, ready: (name: TrackName) => boolean) => {
  const state = (name: TrackName): TrackState =>
    !person.media[name] ? 'off' : local || ready(name) ? 'playable' : 'loading'
  return {
    session_id: person.sessionId,
    user_id: person.userId,
    user_name: person.userName,
    local,
    owner: person.owner,
    record: false,
    joined_at: new Date(person.joinedAt),
    will_eject_at: new Date(0),
    networkQualityState: 'good',
    participantType: 'human',
    permissions: {
      hasPresence: true,
      canSend: person.mayShareScreen ? true : new Set(['audio', 'video']),
      canReceive: { base: true },
      canAdmin: person.owner,
    },
    audio: person.media.audio,
    video: person.media.video,
    screen: person.media.screenVideo,
    tracks: Object.fromEntries(
      trackNames.map((name) => [
        name,
        { subscribed: true, state: state(name), ...(state(name) === 'off' ? { off: { byUser: true } } : {}) },
      ]),
    ),
  }
}
