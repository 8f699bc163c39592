import { randomUUID } from 'node:crypto'
import { readToken, type TokenProperties } from './meeting-token.ts'
import type { Room } from './rooms.ts'
import type { Webhooks } from './webhooks.ts'

/** Daily's names of the reasons why a person may not enter or stay in a room (daily-js: fatal error types). */
export type Refusal =
  'no-room' | 'nbf-room' | 'exp-room' | 'nbf-token' | 'exp-token' | 'not-allowed' | 'meeting-full' | 'ejected'

/** What a participant sends and shows, as reported by its call machine. */
export interface MediaState {
  audio: boolean
  video: boolean
  screenVideo: boolean
  screenAudio: boolean
}

export interface Participant {
  readonly sessionId: string
  readonly userId: string
  readonly userName: string
  readonly owner: boolean
  readonly mayShareScreen: boolean
  readonly joinedAt: Date
  media: MediaState
  /** To this participant's call machine. */
  readonly send: (message: object) => void
  readonly disconnect: () => void
}

interface Meeting {
  readonly id: string
  readonly startedAt: Date
  readonly participants: Map<string, Participant>
  readonly timers: Map<string, ReturnType<typeof setTimeout>>
  readonly banned: Set<string>
  isTranscribed: boolean
}

export interface JoinRequest {
  readonly room: string
  readonly token?: string | undefined
  readonly media: MediaState
  readonly send: (message: object) => void
  readonly disconnect: () => void
}

const seconds = (at: Date): number => at.getTime() / 1000

/** Who is in which room now: admission, ejection, and the events of both. */
export class Meetings {
  readonly #rooms: ReadonlyMap<string, Room>
  readonly #webhooks: Webhooks
  readonly #domainId: string
  readonly #apiKey: string
  readonly #meetings = new Map<string, Meeting>()

  constructor(rooms: ReadonlyMap<string, Room>, webhooks: Webhooks, domainId: string, apiKey: string) {
    this.#rooms = rooms
    this.#webhooks = webhooks
    this.#domainId = domainId
    this.#apiKey = apiKey
  }

  present(room: string): readonly Participant[] {
    return [...(this.#meetings.get(room)?.participants.values() ?? [])]
  }

  meetingId(room: string): string | null {
    return this.#meetings.get(room)?.id ?? null
  }

  /** The new participant, or the reason for the refusal. */
  join(request: JoinRequest): Participant | Refusal {
    const room = this.#rooms.get(request.room)
    if (!room) return 'no-room'
    const now = Date.now() / 1000
    if (room.config.nbf !== undefined && now < room.config.nbf) return 'nbf-room'
    if (room.config.exp !== undefined && now >= room.config.exp) return 'exp-room'
    const token = request.token === undefined ? null : readToken(request.token, this.#domainId, this.#apiKey)
    if (request.token !== undefined && !token) return 'not-allowed'
    if (room.privacy === 'private' && !token) return 'not-allowed'
    // A token without a room name is valid for every room of the domain. Daily warns of it, and the sandbox does the same.
    if (token?.room_name !== undefined && token.room_name !== room.name) return 'not-allowed'
    if (token?.nbf !== undefined && now < token.nbf) return 'nbf-token'
    if (token?.exp !== undefined && now >= token.exp) return 'exp-token'

    const meeting = this.#meetings.get(room.name) ?? this.#start(room)
    const userId = token?.user_id
    if (userId !== undefined && meeting.banned.has(userId)) return 'ejected'
    if (userId !== undefined && room.config.enforce_unique_user_ids)
      for (const other of meeting.participants.values())
        if (other.userId === userId) this.#ejectOne(room.name, other, 'ejected')
    if (room.config.max_participants !== undefined && meeting.participants.size >= room.config.max_participants)
      return 'meeting-full'

    const sessionId = randomUUID()
    const participant: Participant = {
      sessionId,
      userId: userId ?? sessionId,
      userName: token?.user_name ?? '',
      owner: token?.is_owner ?? false,
      mayShareScreen: token?.enable_screenshare ?? true,
      joinedAt: new Date(),
      media: request.media,
      send: request.send,
      disconnect: request.disconnect,
    }
    // Read again: ejecting the last participant of a room ends its meeting.
    const current = this.#meetings.get(room.name) ?? this.#start(room)
    current.participants.set(sessionId, participant)
    this.#webhooks.send('participant.joined', this.#describe(room.name, participant, token))
    this.#limit(room, participant, token)
    return participant
  }

  leave(room: string, sessionId: string): void {
    const meeting = this.#meetings.get(room)
    const participant = meeting?.participants.get(sessionId)
    if (!meeting || !participant) return
    meeting.participants.delete(sessionId)
    clearTimeout(meeting.timers.get(sessionId))
    const duration = Math.round(seconds(new Date()) - seconds(participant.joinedAt))
    this.#webhooks.send('participant.left', { ...this.#describe(room, participant, null), duration })
    for (const other of meeting.participants.values()) other.send({ type: 'left', sessionId })
    if (meeting.participants.size > 0) return
    // Bans last as long as the meeting, as Daily documents.
    this.#meetings.delete(room)
    const payload = { start_ts: seconds(meeting.startedAt), end_ts: seconds(new Date()), meeting_id: meeting.id, room }
    this.#webhooks.send('meeting.ended', payload)
  }

  /** Starts or stops the transcription of a meeting; everyone in it learns of it. */
  transcribe(room: string, on: boolean, by: string): void {
    const meeting = this.#meetings.get(room)
    if (!meeting || meeting.isTranscribed === on) return
    meeting.isTranscribed = on
    for (const each of meeting.participants.values()) each.send({ type: 'transcription', on, by })
  }

  /** What the transcription heard a person say. Nothing if it does not run: it then hears nothing. */
  hear(room: string, userId: string, text: string): void {
    const meeting = this.#meetings.get(room)
    const speaker = [...(meeting?.participants.values() ?? [])].find((each) => each.userId === userId)
    if (!meeting?.isTranscribed || !speaker) return
    for (const each of meeting.participants.values())
      each.send({ type: 'transcript', from: speaker.sessionId, text, at: new Date().toISOString() })
  }

  /** Ejected participants, by session id. */
  eject(
    room: string,
    choose: (participant: Participant) => boolean,
    reason: Refusal,
    banned: readonly string[] = [],
  ): string[] {
    const meeting = this.#meetings.get(room)
    if (!meeting) return []
    for (const userId of banned) meeting.banned.add(userId)
    const chosen = [...meeting.participants.values()].filter(choose)
    for (const participant of chosen) this.#ejectOne(room, participant, reason)
    return chosen.map(({ sessionId }) => sessionId)
  }

  /** After a change of a room's times: the new end applies to participants who are inside. */
  applyRoomTimes(room: Room): void {
    for (const participant of this.present(room.name)) this.#limit(room, participant, null)
  }

  stop(): void {
    for (const [room, meeting] of this.#meetings) {
      for (const timer of meeting.timers.values()) clearTimeout(timer)
      for (const participant of meeting.participants.values()) participant.disconnect()
      this.#meetings.delete(room)
    }
  }

  #start(room: Room): Meeting {
    const meeting: Meeting = {
      id: randomUUID(),
      startedAt: new Date(),
      participants: new Map(),
      timers: new Map(),
      banned: new Set(),
      isTranscribed: false,
    }
    this.#meetings.set(room.name, meeting)
    this.#webhooks.send('meeting.started', {
      start_ts: seconds(meeting.startedAt),
      meeting_id: meeting.id,
      room: room.name,
    })
    return meeting
  }

  /** Ejects at the end of the token or of the room. The token's rule has priority over the room's (Daily: "eject_at_token_exp"). */
  #limit(room: Room, { sessionId, joinedAt }: Participant, token: TokenProperties | null): void {
    const meeting = this.#meetings.get(room.name)
    if (!meeting) return
    let at: number | null = null
    let reason: Refusal = 'exp-room'
    if (room.config.eject_at_room_exp && room.config.exp !== undefined) at = room.config.exp
    if (token?.eject_at_token_exp && token.exp !== undefined) [at, reason] = [token.exp, 'exp-token']
    if (token?.eject_after_elapsed !== undefined)
      [at, reason] = [seconds(joinedAt) + token.eject_after_elapsed, 'exp-token']
    if (at === null) return
    clearTimeout(meeting.timers.get(sessionId))
    const wait = Math.max(0, at * 1000 - Date.now())
    // setTimeout counts in 32 bits: an end more than three weeks away needs no timer in a sandbox.
    if (wait > 2_000_000_000) return
    const timer = setTimeout(
      () => this.eject(room.name, (participant) => participant.sessionId === sessionId, reason),
      wait,
    )
    meeting.timers.set(sessionId, timer)
  }

  #ejectOne(room: string, participant: Participant, reason: Refusal): void {
    participant.send({ type: 'refused', reason })
    participant.disconnect()
    this.leave(room, participant.sessionId)
  }

  #describe(room: string, participant: Participant, token: TokenProperties | null): Record<string, unknown> {
    return {
      joined_at: seconds(participant.joinedAt),
      session_id: participant.sessionId,
      room,
      user_id: participant.userId,
      user_name: participant.userName,
      owner: participant.owner,
      networkQualityState: 'unknown',
      will_eject_at: token?.eject_at_token_exp && token.exp !== undefined ? token.exp : 0,
      permissions: { hasPresence: true, canSend: true, canAdmin: participant.owner },
    }
  }
}
