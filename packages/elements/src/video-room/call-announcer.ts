import type { ReactiveController } from 'lit'
import type { Translate } from '../core/localize.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { LinkState, VideoParticipant, VideoState } from '../video/driver.ts'
import type { Call } from './call.ts'
import type { videoRoomEn } from './video-room.en.ts'

interface Person {
  readonly name: string
  readonly link: LinkState
}

/** Announces changes between two renders: participants who joined or left, and connections that broke or came back. */
export class CallAnnouncer implements ReactiveController {
  readonly #host: VisitElement
  readonly #t: Translate<typeof videoRoomEn>
  readonly #call: Call
  readonly #nameOf: (participant: VideoParticipant) => string
  /** By seat id. */
  #people: ReadonlyMap<string, Person> = new Map()
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
    const people = new Map(this.#call.others.map((one) => [one.id, { name: this.#nameOf(one), link: one.link }]))
    const announcements = this.#since(this.#call.state, people)
    if (announcements.length > 0) this.#host.announce(announcements.join('. '))
    this.#people = people
    this.#state = this.#call.state
  }

  #since(state: VideoState, people: ReadonlyMap<string, Person>): readonly string[] {
    const t = this.#t
    const announcements: string[] = []
    for (const [id, { name }] of people) if (!this.#people.has(id)) announcements.push(t('joinedAnnounce', { name }))
    // Leaving the call oneself is no change of the others.
    if (state === 'joined' || state === 'reconnecting')
      for (const [id, { name }] of this.#people)
        // Who is in another seat has not left.
        if (!people.has(id) && !this.#call.replaced.has(id)) announcements.push(t('leftAnnounce', { name }))
    const links = this.#linksSince(people)
    if (links.length > 0) return [...announcements, ...links]
    if (state === 'reconnecting' && this.#state === 'joined') announcements.push(t('reconnecting'))
    if (state === 'joined' && this.#state === 'reconnecting') announcements.push(t('reconnected'))
    return announcements
  }

  /** The first connection goes without saying: the person has joined. */
  #linksSince(people: ReadonlyMap<string, Person>): readonly string[] {
    return [...people].flatMap(([id, { name, link }]) => {
      const before = this.#people.get(id)?.link
      if (before === undefined || before === link || link === 'connecting') return []
      if (link === 'connected' && before === 'connecting') return []
      return [this.#t(`link_${link}`, { name })]
    })
  }
}
