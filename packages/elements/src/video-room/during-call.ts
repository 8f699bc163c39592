import { html, nothing, type ReactiveController, type TemplateResult } from 'lit'
import type { Visit } from '@visitkit/sdk'
import { Captions } from '../captions/captions.ts'
import { captionsStyles } from '../captions/captions.styles.ts'
import { adoptStyles } from '../core/adopt-styles.ts'
import { emit } from '../core/emit.ts'
import { moveFocus } from '../core/focus.ts'
import { guardLeaving } from '../core/leave-guard.ts'
import type { Translate } from '../core/localize.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { VideoParticipant } from '../video/driver.ts'
import { duringCallMessages } from './during-call.messages.ts'
import { emergencyNote } from './emergency-note.ts'
import { FullScreen } from './full-screen.ts'
import { OwnSeat } from './own-seat.ts'
import { recordingOfVisit, type VisitInRecording } from './recording-of-visit.ts'
import { RoomChat, type ChatInRoom } from './room-chat.ts'
import { RoomGuests, type GuestsInRoom } from './room-guests.ts'
import { RoomRecording } from './room-recording.ts'
import { isDrawn, StageSight } from './stage-sight.ts'
import { SpokenInRoom } from './spoken-in-room.ts'
import { stoppedView } from './stopped-view.ts'
import { SmallWindow } from './small-window.ts'
import { smallWindowView } from './small-window-view.ts'
import type { videoRoomEn } from './video-room.en.ts'

export interface CallInRoom extends ChatInRoom, GuestsInRoom, VisitInRecording {
  readonly t: Translate<typeof videoRoomEn>
  readonly nameOf: (participant: Pick<VideoParticipant, 'id' | 'role'>) => string
  /** Who is expected. */
  readonly awaited: () => string
  /** The telephone number of the other side. */
  readonly phone: () => string | undefined
}

/** What is shown before joining instead of the usual words: the person is in the room elsewhere. */
export interface Elsewhere {
  readonly heading: string
  readonly text: string
  readonly join: string
}

/**
 * What a call needs next to its room: a sign that picture and sound are sent wherever the person is, a question before the page is left,
 * its time, the full screen, messages, guests, captions, and one place for each person. It is loaded before a call begins: no call is without it.
 */
export class DuringCall implements ReactiveController {
  readonly chat: RoomChat
  readonly guests: RoomGuests
  readonly captions: Captions
  readonly recording: RoomRecording
  readonly #host: VisitElement
  readonly #room: CallInRoom
  readonly #words: Translate<typeof duringCallMessages.en>
  readonly #sight = new StageSight(
    (isSeen) => this.#seen(isSeen),
    () => this.#host.renderRoot.querySelector('.chat:focus-within') !== null,
  )
  readonly #window: SmallWindow
  readonly #fullScreen: FullScreen
  readonly #own: OwnSeat
  readonly #spoken: SpokenInRoom
  #visitId = ''
  #startedAt: string | undefined
  #tick: ReturnType<typeof setInterval> | undefined
  #place: 'here' | 'elsewhere' | 'moved' = 'here'

  constructor(host: VisitElement, room: CallInRoom) {
    this.#host = host
    this.#room = room
    this.#words = host.language.bundle(duringCallMessages)
    this.#window = new SmallWindow(host, () => this.#draw())
    this.#fullScreen = new FullScreen(host)
    this.#own = new OwnSeat(room.call)
    this.#spoken = new SpokenInRoom(host, () => room.session()?.client ?? null)
    this.chat = new RoomChat(host, room)
    this.guests = new RoomGuests(host, room)
    this.captions = new Captions(host, { ...room, isCaptioner: (seatId) => this.guests.isCaptioner(seatId) })
    this.recording = new RoomRecording(host, recordingOfVisit(host, room))
    adoptStyles(host, [captionsStyles])
    guardLeaving(host, () => room.call.isIn || this.chat.hasFiles)
    host.addController(this)
  }

  hostUpdated(): void {
    const { call } = this.#room
    const stage = call.isIn ? this.#host.renderRoot.querySelector('.stage') : null
    if (stage) this.#tick ??= setInterval(() => this.#ticked(), 1000)
    else this.#stop()
    this.#own.hold(call.seat?.id)
    this.#sight.watch(stage)
    this.#showTime()
    this.#draw()
  }

  hostDisconnected(): void {
    this.#stop()
    this.#own.hold(undefined)
    this.#sight.watch(null)
  }

  /** Another window or device of the person is in the room: they choose where they are. */
  async isElsewhere(visit: Visit): Promise<boolean> {
    await this.#findPlace(this.#room.visit() ?? visit)
    return this.#place === 'elsewhere'
  }

  /** The person is in the room in this window. */
  joined(): void {
    this.#place = 'here'
    const visit = this.#room.visit()
    if (visit) this.follow(visit)
  }

  /** Leaves when another window or device of the person has taken their place. */
  follow(visit: Visit): void {
    const { call } = this.#room
    this.#visitId = visit.id
    this.#startedAt = visit.startedAt
    this.#own.hold(call.seat?.id)
    const isReplaced = this.#own.follow(visit)
    // A person who joins here replaces their own seat.
    if (call.state === 'connecting' || call.state === 'getting-devices') return
    if (isReplaced && this.#place !== 'moved') {
      this.#place = 'moved'
      void call.leave()
      this.#host.announce(this.#words('movedHeading'))
    } else void this.#findPlace(visit)
  }

  async #findPlace(visit: Visit): Promise<void> {
    const isElsewhere = await this.#own.isElsewhere(visit)
    const { state } = this.#room.call
    if (state !== 'idle' && state !== 'left') return
    const hasSeat = visit.participants.some(({ own, presence }) => own && presence === 'in-room')
    // The window that took the place is not in the call yet.
    if (this.#place === 'moved' && hasSeat) return
    this.#place = isElsewhere ? 'elsewhere' : 'here'
    this.#host.requestUpdate()
  }

  get elsewhere(): Elsewhere | null {
    const t = this.#words
    if (this.#place === 'moved') return { heading: t('movedHeading'), text: t('movedText'), join: t('takeBack') }
    if (this.#place === 'elsewhere')
      return { heading: t('elsewhereHeading'), text: t('elsewhereText'), join: t('moveHere') }
    return null
  }

  /** Its text changes each second, without rendering the room. */
  timer(): TemplateResult | typeof nothing {
    if (!this.#startedAt) return nothing
    return html`<span class="num timer" role="timer" aria-label=${this.#words('elapsed')}></span>`
  }

  /** Over the controls: who is to agree to a recording, who asks to join, and who was let in. */
  notices(): unknown {
    return html`${this.recording.note()}${this.guests.notices()}`
  }

  /** In the controls. */
  buttons(): unknown {
    return html`${this.recording.button()}${this.guests.button()}${this.chat.button()}`
  }

  /** Next to the stage, and over it. */
  panels(): unknown {
    return html`${this.chat.panel()}${this.guests.dialog()}${this.recording.dialog()}`
  }

  /** Before the call, and when it cannot be joined. */
  beforeJoining(): unknown {
    if (this.#room.visit()?.status === 'ended') return this.chat.beforeJoining()
    return html`<div class="stack">
      ${this.#emergency()} ${this.chat.beforeJoining(this.guests.button())} ${this.guests.notices()}
      ${this.guests.dialog()}
    </div>`
  }

  /** The visit began without the consent. */
  #emergency(): TemplateResult | typeof nothing {
    const visit = this.#room.visit()
    if (!visit?.emergencyAdmission) return nothing
    return emergencyNote(this.#words, this.#recordSpoken(visit), () => this.#askConsent(visit))
  }

  /** For staff: what the patient says of the consent. Null for all others. */
  #recordSpoken(visit: Visit): TemplateResult | null {
    if (!this.#room.isStaff()) return null
    return this.#spoken.render(visit, this.#words('recordSpoken'))
  }

  #askConsent({ id: visitId, patientId, location }: Visit, purposes = 'telehealth-treatment'): void {
    const state = location && { state: location.state }
    void emit(this.#host, 'visit-consent-requested', { visitId, patientId, purposes, ...state })
  }

  /** For a patient whose seat was refused without the consent: in another state, its law may ask for it again. */
  consentButton(code: string): TemplateResult | undefined {
    const visit = this.#room.visit()
    if (code !== 'consent_missing' || !visit || this.#room.isStaff()) return undefined
    return html`<button class="btn" type="button" @click=${() => this.#askConsent(visit)}>
      ${this.#words('readConsent')}
    </button>`
  }

  /** Instead of the room: a consent that the visit needs was revoked. */
  stopped(visit: Visit, onEnd: () => void): TemplateResult {
    const { stoppedFor = [] } = visit
    const { t, phone } = this.#room
    return stoppedView({
      ...{ t, words: this.#words, recordSpoken: this.#recordSpoken(visit), phone: phone(), onEnd },
      onAgree: () => this.#askConsent(visit, stoppedFor.join(' ')),
    })
  }

  /** The call has stopped without a press of this person. */
  async sayStopped(): Promise<void> {
    this.#spoken.clear()
    this.#host.announce(this.#words('stoppedHeading'))
    await moveFocus(this.#host, 'h2')
  }

  fullScreenButton(): TemplateResult | typeof nothing {
    return this.#fullScreen.button(this.#words)
  }

  #stop(): void {
    clearInterval(this.#tick)
    this.#tick = undefined
    this.#window.close()
  }

  #ticked(): void {
    this.#showTime()
    this.#sight.look()
  }

  #showTime(): void {
    const timer = this.#host.renderRoot.querySelector('.timer')
    if (!timer || !this.#startedAt) return
    const seconds = Math.floor((Date.now() - Date.parse(this.#startedAt)) / 1000)
    timer.textContent = this.#host.format.countdown(seconds)
  }

  #seen(isSeen: boolean): void {
    if (isSeen) this.#window.close()
    else this.#window.open(!isDrawn(this.#host))
    this.#draw()
  }

  #draw(): void {
    const { call, t, nameOf, awaited, phone } = this.#room
    const local = call.driver?.local
    if (!this.#window.isOpen || !local) return
    this.#window.draw(
      smallWindowView({
        ...{ t, words: this.#words, local, nameOf },
        lang: this.#host.language.tag,
        direction: this.#host.language.direction,
        others: call.others,
        isSilent: this.#window.isSilent,
        isRecorded: this.recording.isRecording,
        ...{ news: this.recording.news || this.chat.unreadText, caption: this.captions.newest, phone: phone() },
        awaited: call.lastLeft ? t('leftRoom', { name: nameOf(call.lastLeft) }) : awaited(),
        onMicrophone: call.toggleMicrophone,
        onCamera: call.toggleCamera,
        onReturn: () => void this.#return(),
      }),
    )
  }

  /** Only the page knows how to show the room again; a room that was scrolled away is scrolled back. */
  async #return(): Promise<void> {
    // From a window of its own.
    window.focus()
    if (emit(this.#host, 'visit-return-requested', { visitId: this.#visitId }))
      this.#host.scrollIntoView({ block: 'center' })
    await moveFocus(this.#host, '.stage')
  }
}

/** With its texts, and what the visit is by then. */
export const createDuringCall = async (host: VisitElement, room: CallInRoom): Promise<DuringCall> => {
  const { language } = host
  const part = new DuringCall(host, room)
  language.refresh()
  while (language.ready) await language.ready
  const visit = room.visit()
  if (visit) part.follow(visit)
  return part
}
