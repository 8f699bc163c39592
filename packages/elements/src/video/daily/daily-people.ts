import type { DailyParticipant } from '@daily-co/daily-js'
import type { SeatRole } from '@visitkit/sdk'
import type { LocalMedia, TrackKind, VideoParticipant } from '../driver.ts'
import type { DriverStatus } from '../driver-status.ts'
import { dailyLink } from './daily-link.ts'
import {
  describeLocal,
  describeParticipant,
  noStreams,
  readStreams,
  type Person,
  type Streams,
} from './daily-participant.ts'

const trackKinds: readonly TrackKind[] = ['audio', 'camera', 'screen']

/**
 * The people in a call, this one too, and the events of what changes about them. They are identified by their seat (Daily's `user_id`,
 * from the token), because Daily's session ids change when a person comes back.
 */
export class DailyPeople {
  /** By seat. */
  roles: ReadonlyMap<string, SeatRole> = new Map()
  readonly #status: DriverStatus
  readonly #others = new Map<string, Person>()
  #me: DailyParticipant | undefined
  #myStreams: Streams = noStreams

  constructor(status: DriverStatus) {
    this.#status = status
  }

  get local(): LocalMedia {
    return describeLocal(this.#me, this.#myStreams)
  }
  get participants(): ReadonlyMap<string, VideoParticipant> {
    return new Map([...this.#others].map(([id, person]) => [id, this.#describe(person)]))
  }

  seatOf(sessionId: string): string | undefined {
    const all = [this.#me, ...[...this.#others.values()].map(({ daily }) => daily)]
    return all.find((each) => each?.session_id === sessionId)?.user_id
  }

  /** The id of the device that this person uses. */
  deviceInUse(kind: 'microphone' | 'camera'): string | undefined {
    const track = kind === 'microphone' ? this.#me?.tracks.audio : this.#me?.tracks.video
    return track?.persistentTrack?.getSettings().deviceId
  }

  update(daily: DailyParticipant): void {
    if (daily.local) {
      this.#me = daily
      this.#myStreams = readStreams(daily, this.#myStreams)
      return this.localChanged()
    }
    const id = daily.user_id
    const known = this.#others.get(id)
    const before = known?.streams ?? noStreams
    const streams = readStreams(daily, before)
    const person = { daily, streams, link: dailyLink(daily.tracks, known?.link ?? 'connecting') }
    this.#others.set(id, person)
    if (!known) this.#status.events.emit('participant-joined', this.#describe(person))
    this.#change(id, person, before)
  }

  /**
   * By session: a person who came back with the same seat has another one, and stays. One whose connection was broken did not leave: Daily
   * has only stopped waiting.
   */
  remove(sessionId: string): void {
    const found = [...this.#others.values()].find(({ daily }) => daily.session_id === sessionId)
    if (!found) return
    const id = found.daily.user_id
    if (found.link === 'reconnecting')
      return this.#change(id, { ...found, streams: noStreams, link: 'away' }, found.streams)
    this.#others.delete(id)
    this.#status.events.emit('participant-left', { id })
  }

  /** The call is over. */
  clear(): void {
    const left = [...this.#others.keys()]
    this.#others.clear()
    this.#me = undefined
    this.#myStreams = noStreams
    for (const id of left) this.#status.events.emit('participant-left', { id })
    this.localChanged()
  }

  localChanged(): void {
    this.#status.events.emit('local-changed', this.local)
  }

  #change(id: string, person: Person, before: Streams): void {
    this.#others.set(id, person)
    for (const kind of trackKinds) {
      const stream = person.streams[kind]
      if (stream !== before[kind]) this.#status.events.emit('track', { id, kind, stream })
    }
    this.#status.events.emit('participant-changed', this.#describe(person))
  }

  #describe(person: Person): VideoParticipant {
    return describeParticipant(person, this.roles.get(person.daily.user_id) ?? null)
  }
}
