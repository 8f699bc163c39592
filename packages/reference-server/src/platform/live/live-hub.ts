import { randomBytes } from 'node:crypto'
import { liveMessages } from '@visitkit/contract/events'
import type { OperationId } from '@visitkit/contract/operations'
import type { DomainEvent } from '../contracts/event.ts'
import type { Caller } from '../contracts/caller.ts'
import type { ReadGate, ReadAuthorization, ReadSubject } from '../identity/read-gate.ts'
import type { LiveSignal } from './live-message.ts'
import type { Audience, LiveRule, LiveUpdate } from '../contracts/live-rule.ts'

/** One page that listens, over any transport. */
export interface Listener {
  readonly caller: Caller
  /** `message` is encoded once for all recipients. */
  send(message: Buffer, cursor: string): void
  close(code: number, reason: string): void
}

export type DeliveredUpdate = LiveUpdate & { readonly organizationId: string; readonly audience: readonly string[] }

interface RetainedUpdate {
  readonly number: number
  readonly cursor: string
  readonly audience: readonly string[]
  readonly message: Buffer
  readonly readBy: readonly OperationId[]
  readonly subject: ReadSubject
}

/** Number of recent messages per organization that a page can resume from. */
const retainedPerOrganization = 1_000
/** Pages to send to before yielding: writing to 50,000 at once would block every request for half a second. */
const chunk = 500

/** The topics of a page: its session, its person, the patients they may act for, and its roles. */
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

/** The subject of a message. If it names no patient, the subject is the patients in its audience. */
const subjectOf = ({ patients = [] }: Audience, { ids }: LiveUpdate): ReadSubject => {
  const { patientId, practitionerId } = ids as { readonly patientId?: string; readonly practitionerId?: string }
  return {
    patientIds: patientId === undefined ? patients : [patientId],
    practitionerIds: practitionerId === undefined ? [] : [practitionerId],
  }
}

/** The authorization of a page is read once, while it already listens. Until then, every decision waits for it. */
const whenKnown = (pending: Promise<ReadAuthorization>): ReadAuthorization => {
  let known: ReadAuthorization | null = null
  const loaded = pending.then((authorization) => (known = authorization))
  // Reported by the first message that needs it.
  loaded.catch(() => undefined)
  return {
    mayRead: (readBy, subject) =>
      known === null
        ? loaded.then((authorization) => authorization.mayRead(readBy, subject))
        : known.mayRead(readBy, subject),
  }
}

/** The listeners and the recent messages of one organization. */
class OrganizationStream {
  readonly topics = new Map<string, Set<Listener>>()
  readonly reads = new Map<Listener, ReadAuthorization>()
  readonly retained: RetainedUpdate[] = []
  number = 0
  /** Messages are sent one after the other, so that a cursor identifies everything that a page has received. */
  sending: Promise<void> = Promise.resolve()
  /** Number of messages that are not completely sent. */
  waiting = 0

  join(listener: Listener, reads: ReadAuthorization): void {
    this.reads.set(listener, reads)
    for (const topic of topicsOf(listener.caller)) {
      const listeners = this.topics.get(topic)
      if (listeners === undefined) this.topics.set(topic, new Set([listener]))
      else listeners.add(listener)
    }
  }

  leave(listener: Listener): void {
    this.reads.delete(listener)
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

  /**
   * Sends a message to a page that may read it. A page whose permission cannot be read is closed, and resumes from its cursor. A promise
   * if something has to be read first.
   */
  deliver(listener: Listener, { cursor, message, readBy, subject }: RetainedUpdate): void | Promise<void> {
    const may = this.reads.get(listener)?.mayRead(readBy, subject) ?? false
    if (may === false) return
    if (may === true) return listener.send(message, cursor)
    return may.then(
      (allowed) => {
        if (allowed && this.reads.has(listener)) listener.send(message, cursor)
      },
      () => listener.close(tryAgainLaterCode, 'try again later'),
    )
  }

  /** Runs after all queued work, and before all later work. */
  queue(work: () => Promise<void>): void {
    this.waiting++
    this.sending = this.sending.then(work).finally(() => this.waiting--)
  }

  retain(entry: RetainedUpdate): void {
    this.retained.push(entry)
    // Trimmed in batches: removing one entry per message would copy the rest each time.
    if (this.retained.length >= retainedPerOrganization * 2)
      this.retained.splice(0, this.retained.length - retainedPerOrganization)
  }
}

/**
 * Notifies pages of changes: ids only, with which they read again under their own permissions. Each message has a cursor `epoch.number`.
 * A page that reconnects sends its last cursor and receives the messages that it missed, or a request to read everything again.
 */
export class LiveHub {
  /** Identifies this process: the message numbers of another process have no meaning here. */
  readonly #epoch = randomBytes(6).toString('base64url')
  readonly #streams = new Map<string, OrganizationStream>()
  readonly #rules = new Map<string, LiveRule[]>()
  readonly #observers = new Set<(delivered: DeliveredUpdate) => void>()
  #listeners = 0

  readonly #gate: Pick<ReadGate, 'forCaller'>

  constructor(rules: readonly LiveRule[], gate: Pick<ReadGate, 'forCaller'>) {
    this.#gate = gate
    for (const rule of rules) this.#rules.set(rule.event, [...(this.#rules.get(rule.event) ?? []), rule])
  }

  get listenerCount(): number {
    return this.#listeners
  }

  /** Publishes the messages of an event, whichever process emitted it. */
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
    const { readBy } = liveMessages[type]
    const kept: RetainedUpdate = {
      number: stream.number,
      cursor,
      audience,
      message,
      readBy,
      subject: subjectOf(to, update),
    }
    stream.retain(kept)
    for (const observer of this.#observers) observer({ ...update, organizationId, audience })
    send(stream, kept)
  }

  /** Sends a signal from one browser of a room to the others. Not retained: a browser that was away starts a new connection. */
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
    stream.join(listener, whenKnown(this.#gate.forCaller(listener.caller)))
    const cursor = `${this.#epoch}.${stream.number}`
    listener.send(Buffer.from(JSON.stringify({ type: 'ready', ids: {}, cursor })), cursor)
  }

  leave(listener: Listener): void {
    this.#listeners--
    this.#streams.get(listener.caller.organizationId)?.leave(listener)
  }

  /** Sends the messages since `cursor`, or `resync` if they are no longer retained. */
  resume(listener: Listener, cursor: string): void {
    const stream = this.#stream(listener.caller.organizationId)
    const [epoch, digits = ''] = cursor.split('.')
    const last = /^\d{1,15}$/.test(digits) ? Number(digits) : Number.NaN
    const oldest = stream.retained[0]?.number ?? stream.number + 1
    if (epoch !== this.#epoch || !(last <= stream.number) || last < oldest - 1) {
      const now = `${this.#epoch}.${stream.number}`
      listener.send(Buffer.from(JSON.stringify({ type: 'resync', ids: {}, cursor: now })), now)
      return
    }
    const topics = new Set(topicsOf(listener.caller))
    const missed = stream.retained.filter(
      ({ number, audience }) => number > last && audience.some((topic) => topics.has(topic)),
    )
    if (missed.length === 0) return
    stream.queue(async () => {
      for (const kept of missed) await stream.deliver(listener, kept)
    })
  }

  /** Notifies the pages of a session of its end, and closes them. */
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

  /** Closes every page, in batches. They reconnect to another process, or to the next one here. */
  async closeAll(code: number, reason: string): Promise<void> {
    let closed = 0
    for (const stream of this.#streams.values()) {
      for (const [topic, listeners] of stream.topics) {
        if (!topic.startsWith('session:')) continue
        for (const listener of [...listeners]) {
          listener.close(code, reason)
          if (++closed % chunk === 0) await yieldTurn()
        }
      }
    }
  }

  /** Resolves when every message so far is sent. */
  settled(organizationId: string): Promise<void> {
    return this.#stream(organizationId).sending
  }

  /** For tests and metrics: called with every message, even without recipients. */
  observe(observer: (delivered: DeliveredUpdate) => void): () => void {
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
}

/** Sends at once if nothing is queued or to be read, else in turn, so that messages stay in order for every page. */
const send = (stream: OrganizationStream, kept: RetainedUpdate): void => {
  const listeners = stream.waiting === 0 ? stream.audienceOf(kept.audience) : null
  if (listeners === null || listeners.size > chunk)
    return stream.queue(() => sendInTurns(stream, stream.audienceOf(kept.audience), kept))
  const context: Promise<void>[] = []
  for (const listener of listeners) {
    const delivered = stream.deliver(listener, kept)
    if (delivered !== undefined) context.push(delivered)
  }
  if (context.length > 0) stream.queue(() => Promise.all(context).then(() => undefined))
}

const sendInTurns = async (
  stream: OrganizationStream,
  listeners: ReadonlySet<Listener>,
  kept: RetainedUpdate,
): Promise<void> => {
  let sent = 0
  for (const listener of [...listeners]) {
    await stream.deliver(listener, kept)
    if (++sent % chunk === 0) await yieldTurn()
  }
}

/** Close code 1013 of the IANA registry: the permission of a page could not be read. */
const tryAgainLaterCode = 1013

/** Private use range of RFC 6455: the page must sign in again; reconnecting is not enough. */
export const sessionEndedCode = 4401

const yieldTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
