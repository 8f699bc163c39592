import { randomBytes } from 'node:crypto'
import type { DomainEvent } from '../contracts/event.ts'
import type { Caller } from '../contracts/caller.ts'
import type { LiveSignal } from './live-message.ts'
import type { Audience, LiveRule, LiveUpdate } from '../contracts/live-rule.ts'

/** One page that listens, over whatever carries it. */
export interface Listener {
  readonly caller: Caller
  /** `message` is encoded once for all who hear it. */
  send(message: Buffer, cursor: string): void
  close(code: number, reason: string): void
}

export type Delivered = LiveUpdate & { readonly organizationId: string; readonly audience: readonly string[] }

interface Kept {
  readonly number: number
  readonly audience: readonly string[]
  readonly message: Buffer
}

/** How far back a page may have been away, per organization. */
const keptPerOrganization = 1_000
/** Sockets written to before others get a turn: writing to 50,000 at once would hold up every request for half a second. */
const chunk = 500

/** Whom a page hears of: itself, its person, whom they may act for, and its roles. */
const topicsOf = (caller: Caller): readonly string[] => [
  `session:${caller.sessionId}`,
  ...caller.patientIds.map((id) => `patient:${id}`),
  ...(caller.kind === 'member' ? [`member:${caller.personId}`] : []),
  ...(caller.practitionerId === null ? [] : [`practitioner:${caller.practitionerId}`]),
  ...caller.roles.map((role) => `role:${role}`),
]

const topicsFor = ({ patients = [], practitioners = [], members = [], roles = [] }: Audience): readonly string[] => [
  ...patients.map((id) => `patient:${id}`),
  ...practitioners.map((id) => `practitioner:${id}`),
  ...members.map((id) => `member:${id}`),
  ...roles.map((role) => `role:${role}`),
]

/** The listeners and the recent messages of one organization. */
class OrganizationStream {
  readonly topics = new Map<string, Set<Listener>>()
  readonly kept: Kept[] = []
  number = 0
  /** Messages go out one after the other, so that a cursor says what a page has had. */
  sending: Promise<void> = Promise.resolve()
  /** How many have not gone out whole. */
  waiting = 0

  join(listener: Listener): void {
    for (const topic of topicsOf(listener.caller)) {
      const listeners = this.topics.get(topic)
      if (listeners === undefined) this.topics.set(topic, new Set([listener]))
      else listeners.add(listener)
    }
  }

  leave(listener: Listener): void {
    for (const topic of topicsOf(listener.caller)) {
      const listeners = this.topics.get(topic)
      if (listeners?.delete(listener) && listeners.size === 0) this.topics.delete(topic)
    }
  }

  audienceOf(topics: readonly string[]): ReadonlySet<Listener> {
    const [only] = topics
    if (topics.length === 1 && only !== undefined) return this.topics.get(only) ?? new Set()
    const audience = new Set<Listener>()
    for (const topic of topics) for (const listener of this.topics.get(topic) ?? []) audience.add(listener)
    return audience
  }

  keep(entry: Kept): void {
    this.kept.push(entry)
    // Cut in batches: shifting one off a thousand for every message would copy the rest each time.
    if (this.kept.length >= keptPerOrganization * 2) this.kept.splice(0, this.kept.length - keptPerOrganization)
  }
}

/**
 * Tells pages what has changed: ids only, from which they read again under their own permissions. Each message has a cursor
 * `epoch.number`; a page that was away says the last it had and is told what it missed, or to read everything again.
 */
export class LiveHub {
  /** Of this process: numbers of another mean nothing here. */
  readonly #epoch = randomBytes(6).toString('base64url')
  readonly #streams = new Map<string, OrganizationStream>()
  readonly #rules = new Map<string, LiveRule[]>()
  readonly #observers = new Set<(delivered: Delivered) => void>()
  #listeners = 0

  constructor(rules: readonly LiveRule[] = []) {
    for (const rule of rules) this.#rules.set(rule.event, [...(this.#rules.get(rule.event) ?? []), rule])
  }

  get listenerCount(): number {
    return this.#listeners
  }

  /** Sends the messages of an event, whichever process emitted it. */
  publishEvent({ organizationId, type, data }: DomainEvent): void {
    for (const { message, audience, ids } of this.#rules.get(type) ?? [])
      // A rule's functions take the payload of its own event type.
      this.publish(organizationId, audience(data as never), { type: message, ids: ids(data as never) } as LiveUpdate)
  }

  publish(organizationId: string, to: Audience, update: LiveUpdate): void {
    const { type, ids } = update
    const audience = topicsFor(to)
    if (audience.length === 0) return
    const stream = this.#stream(organizationId)
    stream.number++
    const cursor = `${this.#epoch}.${stream.number}`
    const message = Buffer.from(JSON.stringify({ type, ids, cursor }))
    stream.keep({ number: stream.number, audience, message })
    for (const observer of this.#observers) observer({ ...update, organizationId, audience })
    this.#send(stream, () => stream.audienceOf(audience), message, cursor)
  }

  /** Hands on what one browser of a room says to others. Not kept: who is away has to begin again anyway. */
  signal({ organizationId, visitId, from, audience, data }: LiveSignal): void {
    const stream = this.#streams.get(organizationId)
    if (stream === undefined) return
    const cursor = `${this.#epoch}.${stream.number}`
    const message = Buffer.from(JSON.stringify({ type: 'signal', ids: { visitId }, cursor, from, data }))
    for (const listener of stream.audienceOf(audience)) listener.send(message, cursor)
  }

  join(listener: Listener): void {
    this.#listeners++
    const stream = this.#stream(listener.caller.organizationId)
    stream.join(listener)
    const cursor = `${this.#epoch}.${stream.number}`
    listener.send(Buffer.from(JSON.stringify({ type: 'ready', ids: {}, cursor })), cursor)
  }

  leave(listener: Listener): void {
    this.#listeners--
    this.#streams.get(listener.caller.organizationId)?.leave(listener)
  }

  /** What the page missed since `cursor`, or `resync` when that is not known any more. */
  resume(listener: Listener, cursor: string): void {
    const stream = this.#stream(listener.caller.organizationId)
    const [epoch, digits = ''] = cursor.split('.')
    const last = /^\d{1,15}$/.test(digits) ? Number(digits) : Number.NaN
    const oldest = stream.kept[0]?.number ?? stream.number + 1
    if (epoch !== this.#epoch || !(last <= stream.number) || last < oldest - 1) {
      const now = `${this.#epoch}.${stream.number}`
      listener.send(Buffer.from(JSON.stringify({ type: 'resync', ids: {}, cursor: now })), now)
      return
    }
    const topics = new Set(topicsOf(listener.caller))
    for (const { number, audience, message } of stream.kept)
      if (number > last && audience.some((topic) => topics.has(topic)))
        listener.send(message, `${this.#epoch}.${number}`)
  }

  /** Tells a session's pages that it has ended, and closes them. */
  endSession(organizationId: string, sessionId: string): void {
    const stream = this.#streams.get(organizationId)
    const listeners = stream?.topics.get(`session:${sessionId}`)
    if (stream === undefined || listeners === undefined) return
    const cursor = `${this.#epoch}.${stream.number}`
    const message = Buffer.from(JSON.stringify({ type: 'session.ended', ids: { sessionId }, cursor }))
    for (const listener of [...listeners]) {
      listener.send(message, cursor)
      listener.close(sessionEndedCode, 'session ended')
    }
  }

  /** Closes every page, in turns. They come back to another process, or to the next of this one. */
  async closeAll(code: number, reason: string): Promise<void> {
    let closed = 0
    for (const stream of this.#streams.values()) {
      for (const [topic, listeners] of stream.topics) {
        if (!topic.startsWith('session:')) continue
        for (const listener of [...listeners]) {
          listener.close(code, reason)
          if (++closed % chunk === 0) await turn()
        }
      }
    }
  }

  /** For tests and metrics: told of every message, whoever hears it. */
  observe(observer: (delivered: Delivered) => void): () => void {
    this.#observers.add(observer)
    return () => this.#observers.delete(observer)
  }

  #stream(organizationId: string): OrganizationStream {
    let stream = this.#streams.get(organizationId)
    if (stream === undefined) {
      stream = new OrganizationStream()
      this.#streams.set(organizationId, stream)
    }
    return stream
  }

  #send(stream: OrganizationStream, audience: () => ReadonlySet<Listener>, message: Buffer, cursor: string): void {
    if (stream.waiting === 0) {
      const listeners = audience()
      if (listeners.size <= chunk) {
        for (const listener of listeners) listener.send(message, cursor)
        return
      }
    }
    stream.waiting++
    stream.sending = stream.sending.then(() => sendInTurns(audience(), message, cursor)).finally(() => stream.waiting--)
  }
}

const sendInTurns = async (listeners: ReadonlySet<Listener>, message: Buffer, cursor: string): Promise<void> => {
  let sent = 0
  for (const listener of [...listeners]) {
    listener.send(message, cursor)
    if (++sent % chunk === 0) await turn()
  }
}

/** Private use range of RFC 6455: the page must sign in again, not merely reconnect. */
export const sessionEndedCode = 4401

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
