import { randomBytes } from 'node:crypto'
import { liveMessages } from '@visitkit/contract/events'
import type { Caller } from '../contracts/caller.ts'
import type { DomainEvent } from '../contracts/event.ts'
import type { ReadGate, ReadSubject } from '../identity/read-gate.ts'
import { awaitAuthorization } from './await-authorization.ts'
import { topicsFor, topicsOf } from './live-topics.ts'
import { OrganizationStream, type Listener, type RetainedUpdate } from './organization-stream.ts'
import type { LiveSignal } from './live-message.ts'
import type { Audience, LiveRule, LiveUpdate } from '../contracts/live-rule.ts'

export type DeliveredUpdate = LiveUpdate & { readonly organizationId: string; readonly audience: readonly string[] }

/** Pages to send to before yielding: writing to 50,000 at once would block every request for half a second. */
const chunk = 500

/** The subject of a message. If it names no patient, the subject is the patients in its audience. */
const subjectOf = ({ patients = [] }: Audience, { ids }: LiveUpdate): ReadSubject => {
  const { patientId, practitionerId } = ids as { readonly patientId?: string; readonly practitionerId?: string }
  return {
    patientIds: patientId === undefined ? patients : [patientId],
    practitionerIds: practitionerId === undefined ? [] : [practitionerId],
    ids: Object.values(ids).filter((id) => typeof id === 'string'),
  }
}

/** More pages than a person has open. One who opens more must not use up the connections of others. */
const mostOfOnePerson = 20

const personOf = ({ organizationId, kind, personId }: Caller): string => `${organizationId}/${kind}/${personId}`

/**
 * Notifies pages of changes: ids only, with which they read again under their own permissions. Each message has a cursor `epoch.number`.
 * A page that reconnects sends its last cursor and receives the messages that it missed, or a request to read everything again.
 */
export class LiveHub {
  /** Identifies this process: the message numbers of another process have no meaning here. */
  readonly #epoch = randomBytes(6).toString('base64url')
  readonly #startedAt = performance.now()
  readonly #streams = new Map<string, OrganizationStream>()
  readonly #rules = new Map<string, LiveRule[]>()
  readonly #observers = new Set<(delivered: DeliveredUpdate) => void>()
  readonly #ofPerson = new Map<string, number>()
  #listeners = 0

  readonly #gate: Pick<ReadGate, 'forCaller'>

  constructor(rules: readonly LiveRule[], gate: Pick<ReadGate, 'forCaller'>) {
    this.#gate = gate
    for (const rule of rules) this.#rules.set(rule.event, [...(this.#rules.get(rule.event) ?? []), rule])
  }

  get listenerCount(): number {
    return this.#listeners
  }

  /** Whether this person has as many pages as one may have. */
  isFull(caller: Caller): boolean {
    return (this.#ofPerson.get(personOf(caller)) ?? 0) >= mostOfOnePerson
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
      at: performance.now(),
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
    const person = personOf(listener.caller)
    this.#ofPerson.set(person, (this.#ofPerson.get(person) ?? 0) + 1)
    const stream = this.#stream(listener.caller.organizationId)
    stream.join(listener, awaitAuthorization(this.#gate.forCaller(listener.caller)))
    const cursor = `${this.#epoch}.${stream.number}`
    listener.send(Buffer.from(JSON.stringify({ type: 'ready', ids: {}, cursor })), cursor)
  }

  leave(listener: Listener): void {
    this.#listeners--
    const person = personOf(listener.caller)
    const left = (this.#ofPerson.get(person) ?? 1) - 1
    if (left === 0) this.#ofPerson.delete(person)
    else this.#ofPerson.set(person, left)
    this.#streams.get(listener.caller.organizationId)?.leave(listener)
  }

  /** Sends the messages since `cursor`, or `resync` if they are no longer retained. */
  resume(listener: Listener, cursor: string): void {
    const stream = this.#stream(listener.caller.organizationId)
    const [epoch, digits = ''] = cursor.split('.')
    const last = /^\d{1,15}$/.test(digits) ? Number(digits) : Number.NaN
    const oldest = stream.retained[0]?.number ?? stream.number + 1
    const isKnown = epoch === this.#epoch && last <= stream.number && last >= oldest - 1
    this.#sendSince(listener, stream, isKnown ? last : null)
  }

  /**
   * For a page that has no cursor yet: sends the messages since its first read, or `resync`. This process received what was committed
   * after that read later than the read.
   * @param ageMs - How long ago the page read first, and at least as long as this message took to arrive. Milliseconds.
   */
  resumeSince(listener: Listener, ageMs: number): void {
    const stream = this.#stream(listener.caller.organizationId)
    const at = performance.now() - ageMs
    this.#sendSince(listener, stream, at < this.#startedAt ? null : stream.lastBefore(at))
  }

  #sendSince(listener: Listener, stream: OrganizationStream, last: number | null): void {
    if (last === null) {
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

/** Private use range of RFC 6455: the page must sign in again; reconnecting is not enough. */
export const sessionEndedCode = 4401

const yieldTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
