import type { ReactiveController } from 'lit'
import type { Translate } from '../core/localize.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { VideoParticipant, VideoState } from '../video/driver.ts'
import type { Call } from './call.ts'
import type { videoRoomEn } from './video-room.en.ts'

/** Announces changes between two renders: participants who joined or left, and a lost connection. */
export class CallAnnouncer implements ReactiveController {
  readonly #host: VisitElement
  readonly #t: Translate<typeof videoRoomEn>
  readonly #call: Call
  readonly #nameOf: (participant: VideoParticipant) => string
  /** Names by seat id. */
  #people: ReadonlyMap<string, string> = new Map()
  #state: VideoState = 'idle'

  constructor(
    host: VisitElement,
    t: Translate<typeof videoRoomEn>,
    call: Call,
    nameOf: (participant: VideoParticipant) => string,
  ) {
    this.#host = host
    this.#t = t
    this.#call = call
    this.#nameOf = nameOf
  }

  hostUpdated(): void {
    const people = new Map(this.#call.others.map((one) => [one.id, this.#nameOf(one)]))
    const announcements = this.#since(this.#call.state, people)
    if (announcements.length > 0) this.#host.announce(announcements.join('. '))
    this.#people = people
    this.#state = this.#call.state
  }

  #since(state: VideoState, people: ReadonlyMap<string, string>): readonly string[] {
    const t = this.#t
    const announcements: string[] = []
    for (const [id, name] of people) if (!this.#people.has(id)) announcements.push(t('joinedAnnounce', { name }))
    // Leaving the call oneself is no change of the others.
    if (state === 'joined' || state === 'reconnecting')
      for (const [id, name] of this.#people) if (!people.has(id)) announcements.push(t('leftAnnounce', { name }))
    if (state === 'reconnecting' && this.#state === 'joined') announcements.push(t('reconnecting'))
    if (state === 'joined' && this.#state === 'reconnecting') announcements.push(t('reconnected'))
    return announcements
  }
}
