import { nothing, type ReactiveController, type TemplateResult } from 'lit'
import type { RecordingRequest, VisitClient } from '@visitkit/sdk'
import { adoptStyles } from '../core/adopt-styles.ts'
import { moveFocus } from '../core/focus.ts'
import { loadModule } from '../core/load-module.ts'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import { toProblem } from '../core/problem.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { Call } from './call.ts'
import type { CallRecording } from './call-recording.ts'
import type { Piece } from './piece-sender.ts'
import { recordedPeople } from './recorded-people.ts'
import { recordedType } from './recorded-type.ts'
import { roomRecordingMessages } from './room-recording.messages.ts'
import { roomRecordingStyles } from './room-recording.styles.ts'
import { recordingButton, recordingNote, recordingQuestion, type RecordingTranslate } from './room-recording-view.ts'

/** What the server says of the recording of a call. */
export interface RecordedVisit {
  readonly visitId: string
  readonly recording: boolean
  readonly request: RecordingRequest | undefined
  /** The seats that are in the room. */
  readonly seats: readonly string[]
}

export interface RecordingInRoom {
  readonly call: Call
  /** Undefined without a session. */
  readonly visit: () => RecordedVisit | undefined
  readonly nameOfSeat: (seatId: string) => string
  /** Of the session; null without one, and for a guest, who records nothing. */
  readonly client: () => VisitClient | null
  /** Asks everyone in the room. Rejects with the API's problem. */
  readonly ask: () => Promise<unknown>
  readonly answer: (agrees: boolean) => Promise<unknown>
  /** Shows the consent to recording to the person. Absent for those who need none. */
  readonly showConsent?: (() => void) | undefined
}

/** How long it is said that a recording has ended. */
const SAID_MS = 8000

/**
 * The recording of a call, in its room: who asks for it, the answers, and its end. It is recorded in the browser of the clinician who asked,
 * while everyone in the room has agreed.
 */
export class RoomRecording implements ReactiveController {
  readonly #host: VisitElement
  readonly #room: RecordingInRoom
  readonly #t: RecordingTranslate
  readonly #acting: Loader<null>
  /** Loaded before anyone is asked: what everyone agreed to can then be done. */
  #recorder: typeof CallRecording | undefined
  #work: CallRecording | null = null
  /** The request that is followed. Another one asks everyone again. */
  #askedAt: string | undefined
  #isPutAway = false
  /** The person has agreed, and reads the consent. */
  #isReading = false
  #stopReading = (): void => {}
  #isStopping = false
  #isStuck = false
  #wasRecording = false
  #said: 'ended' | 'failed' | null = null
  #saidUntil: ReturnType<typeof setTimeout> | undefined

  constructor(host: VisitElement, room: RecordingInRoom) {
    this.#host = host
    this.#room = room
    this.#t = host.language.bundle(roomRecordingMessages)
    this.#acting = new Loader(host)
    adoptStyles(host, [roomRecordingStyles])
    host.addController(this)
    host.requestUpdate()
  }

  get #request(): RecordingRequest | undefined {
    return this.#room.call.isIn ? this.#room.visit()?.request : undefined
  }

  get #ownSeat(): string | undefined {
    return this.#room.call.seat?.id
  }

  get #isAsked(): boolean {
    const seat = this.#ownSeat
    return seat !== undefined && this.#request?.waitingFor.includes(seat) === true
  }

  get isRecording(): boolean {
    return this.#room.call.isIn && this.#room.visit()?.recording === true
  }

  /** For where the room is out of sight: the person is asked. */
  get news(): string {
    const { bySeatId = '' } = this.#request ?? {}
    return this.#isAsked ? this.#t('asks', { name: this.#room.nameOfSeat(bySeatId) }) : ''
  }

  hostUpdated(): void {
    this.#follow()
    const dialog = this.#host.renderRoot.querySelector<HTMLDialogElement>('dialog.recording-question')
    if (dialog?.isConnected && !dialog.open) dialog.showModal()
  }

  hostDisconnected(): void {
    this.#forget()
    this.#askedAt = undefined
    this.#wasRecording = false
  }

  #forget(): void {
    this.#work?.drop()
    this.#work = null
    this.#stopReading()
    clearTimeout(this.#saidUntil)
    this.#said = null
    this.#isPutAway = this.#isReading = this.#isStopping = this.#isStuck = false
  }

  #follow(): void {
    const request = this.#request
    if (request?.askedAt !== this.#askedAt) {
      const isOwnEnd = this.#isStopping
      this.#askedAt = request?.askedAt
      this.#forget()
      this.#acting.reset()
      if (!request && !isOwnEnd && this.#room.call.isIn) this.#say('ended')
    }
    const { isRecording } = this
    if (isRecording !== this.#wasRecording && (isRecording || request))
      this.#host.announce(this.#t(isRecording ? 'began' : 'notYet'))
    this.#wasRecording = isRecording
    if (request && request.bySeatId === this.#ownSeat && !this.#isStopping) this.#record(request, isRecording)
  }

  #say(said: 'ended' | 'failed'): void {
    this.#said = said
    this.#host.announce(this.#t(said))
    clearTimeout(this.#saidUntil)
    this.#saidUntil = setTimeout(() => {
      this.#said = null
      this.#host.requestUpdate()
    }, SAID_MS)
    this.#host.requestUpdate()
  }

  /** In the browser of who asked. */
  #record({ seatsVersion }: RecordingRequest, isRecording: boolean): void {
    if (!isRecording) return this.#work?.pause()
    if (!this.#recorder)
      return void this.#load().then(
        () => this.#host.requestUpdate(),
        () => this.#failed(),
      )
    this.#work ??= new this.#recorder({
      people: (seats) => recordedPeople(this.#room.call, seats),
      send: (piece, signal) => this.#send(piece, signal),
      onFailure: () => this.#failed(),
      onWait: (isWaiting) => {
        this.#isStuck = isWaiting
        this.#host.requestUpdate()
      },
    })
    this.#work.record(seatsVersion, new Set(this.#room.visit()?.seats))
  }

  async #load(): Promise<void> {
    this.#recorder ??= (await loadModule(import('./call-recording.ts'))).CallRecording
  }

  async #send({ recordingId, number, seatsVersion, bytes }: Piece, signal: AbortSignal): Promise<void> {
    const { visitId } = this.#room.visit() ?? {}
    const client = this.#room.client()
    // Signed out: it waits as for a connection.
    if (!client || visitId === undefined) throw Object.assign(new Error('No session'), { code: 'session_ended' })
    await client.recordings.addPiece(visitId, recordingId, String(number), bytes, { seatsVersion }, { signal })
  }

  /** Everyone would believe that they are recorded. */
  #failed(): void {
    void this.#stop().then(() => this.#say('failed'))
  }

  /** Sends what was recorded, before the person leaves or the visit ends. Nothing more is recorded. */
  async finish(): Promise<void> {
    const work = this.#work
    this.#work = null
    this.#isStopping = true
    await work?.finish()
  }

  #ask = (): void => {
    void this.#acting.run(async () => {
      await this.#load()
      await this.#room.ask()
      return null
    })
  }

  #stop = async (): Promise<void> => {
    await this.#acting.run(async () => {
      await this.finish()
      await this.#room.answer(false)
      return null
    })
  }

  #answer(agrees: boolean, isPressed = true): void {
    if (this.#acting.busy) return
    this.#isStopping = !agrees
    void this.#acting.run(async () => {
      try {
        await this.#room.answer(agrees)
        if (isPressed) await moveFocus(this.#host, '.stage')
      } catch (error) {
        if (toProblem(error).code !== 'consent_missing' || !this.#room.showConsent) throw error
        if (isPressed) this.#readConsent(this.#room.showConsent)
      }
      return null
    })
  }

  /** The person has agreed to the recording: once they have agreed to the consent too, that is the answer. */
  #readConsent(show: () => void): void {
    const client = this.#room.client()
    this.#isPutAway = true
    show()
    if (!client || this.#isReading) return
    this.#isReading = true
    const end = new AbortController()
    this.#stopReading = () => end.abort()
    const { signal } = end
    client.watch({ types: ['consent.changed'] }, () => this.#isAsked && this.#answer(true, false), { signal })
  }

  #putAway(isPutAway: boolean): void {
    this.#isPutAway = isPutAway
    this.#host.requestUpdate()
  }

  #problem(): unknown {
    const { problem } = this.#acting
    return problem ? problemView(this.#host, problem, { texts: this.#t }) : nothing
  }

  /** In the controls. */
  button(): TemplateResult | typeof nothing {
    const { call } = this.#room
    if (!call.isIn || this.#isAsked) return nothing
    if (this.#request) return recordingButton(this.#t, this.isRecording ? 'stop' : 'cancel', () => void this.#stop())
    const isOffered = call.seat?.mayAskToRecord === true && recordedType() !== undefined
    return isOffered ? recordingButton(this.#t, 'record', this.#ask) : nothing
  }

  /** Over the controls. */
  note(): TemplateResult {
    const { waitingFor = [] } = this.#request ?? {}
    const own = this.#ownSeat
    return recordingNote({
      t: this.#t,
      waitingFor: waitingFor.map((id) => (id === own ? this.#t('you') : this.#room.nameOfSeat(id))),
      said: this.#said ?? (this.#isStuck ? 'sending' : null),
      onAnswer: this.#isAsked && this.#isPutAway ? () => this.#putAway(false) : null,
      problem: this.#isAsked && !this.#isPutAway ? nothing : this.#problem(),
    })
  }

  /** Over the room. */
  dialog(): TemplateResult | typeof nothing {
    const request = this.#request
    if (!request || !this.#isAsked || this.#isPutAway) return nothing
    return recordingQuestion({
      t: this.#t,
      name: this.#room.nameOfSeat(request.bySeatId),
      ...{ needsConsent: this.#isReading, busy: this.#acting.busy, problem: this.#problem() },
      onAnswer: (agrees) => this.#answer(agrees),
      onClose: () => this.#putAway(true),
    })
  }
}
