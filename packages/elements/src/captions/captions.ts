import { html, nothing, type ReactiveController, type TemplateResult } from 'lit'
import type { VisitElement } from '../core/visit-element.ts'
import type { Caption } from '../video/caption.ts'
import type { VideoParticipant } from '../video/driver.ts'
import type { Call } from '../video-room/call.ts'
import { captionsButton, captionsView, machineNote } from './captions-view.ts'
import { captionsMessages } from './captions.messages.ts'

export interface CaptionsInRoom {
  readonly call: Call
  readonly nameOf: (participant: VideoParticipant) => string
  /** A guest who was invited to type captions. Lines of anyone else are dropped. */
  readonly isCaptioner: (seatId: string) => boolean
}

/** As many as fit over a picture. Earlier ones are gone: captions are not a record. */
const lineCount = 4

/**
 * The captions of one call, in memory only: they are PHI, and are gone with the call. What the person chose is kept as long. They go on when
 * the session ends and the call does not.
 */
export class Captions implements ReactiveController {
  isShown = true
  isLarge = false
  /** A screen reader says each complete line: for a person who reads braille. One who hears would hear everything twice. */
  isRead = false
  readonly #host: VisitElement
  readonly #room: CaptionsInRoom
  readonly #t
  #lines: readonly Caption[] = []
  /** Of this call. They stay captioners when the list of guests is cleared with the session. */
  readonly #captioners = new Set<string>()
  readonly #introduced = new Set<string>()
  #isHeard = false
  /** A person who scrolls back is left there until the next line. */
  #scrolledTo: readonly Caption[] | null = null

  constructor(host: VisitElement, room: CaptionsInRoom) {
    this.#host = host
    this.#room = room
    this.#t = host.language.bundle(captionsMessages)
    room.call.onCaption = (caption) => this.#receive(caption)
    host.addController(this)
  }

  hostUpdated(): void {
    const { call } = this.#room
    if (!call.driver) return this.#reset()
    for (const one of call.others) if (this.#isCaptioner(one.id)) this.#introduce(one)
    this.#sayMachine(call.isHeardByMachine)
    const shown = this.#host.renderRoot.querySelector('.caption-lines')
    if (!shown || this.#scrolledTo === this.#lines) return
    this.#scrolledTo = this.#lines
    shown.scrollTop = shown.scrollHeight
  }

  #reset(): void {
    this.#lines = []
    this.#captioners.clear()
    this.#introduced.clear()
    this.isShown = true
    this.isLarge = this.isRead = this.#isHeard = false
  }

  /** Each person who is heard learns it, whether or not they show captions. */
  #sayMachine(isHeard: boolean): void {
    if (this.#isHeard === isHeard) return
    this.#isHeard = isHeard
    this.#host.announce(this.#t(isHeard ? 'machineBegan' : 'machineEnded'))
  }

  /** Everyone hears or reads that what they say is typed. */
  #introduce(one: VideoParticipant): void {
    if (this.#introduced.has(one.id)) return
    this.#introduced.add(one.id)
    this.#host.announce(this.#t('began', { name: this.#room.nameOf(one) }))
  }

  #isCaptioner(seatId: string): boolean {
    if (this.#room.isCaptioner(seatId)) this.#captioners.add(seatId)
    return this.#captioners.has(seatId)
  }

  #receive(caption: Caption): void {
    if (caption.isByMachine || this.#isCaptioner(caption.from)) this.add(caption)
  }

  /** A captioner's own line is on their screen too. */
  add(caption: Caption): void {
    const others = this.#lines.filter(({ id, from }) => id !== caption.id || from !== caption.from)
    this.#lines = caption.text === '' ? others : [...others, caption].slice(-lineCount)
    this.#host.requestUpdate()
  }

  get #captioner(): VideoParticipant | undefined {
    return this.#room.call.others.find(({ id }) => this.#isCaptioner(id))
  }

  /** Whether this person may start the captions of the vendor, and end them. */
  get #mayUseMachine(): boolean {
    const { driver, seat } = this.#room.call
    return driver?.setMachineCaptions !== undefined && seat?.mayStartMachineCaptions === true
  }

  /** A captioner types them, or did, or a machine makes or could make them: there is something to show or to hide. */
  get isOffered(): boolean {
    const { call } = this.#room
    if (call.driver === null) return false
    return call.isHeardByMachine || this.#mayUseMachine || this.#captioner !== undefined || this.#lines.length > 0
  }

  /** They cover a part of the picture. */
  get isOpen(): boolean {
    return this.isOffered && this.isShown
  }

  /** The newest line, where there is room for one only. */
  get newest(): string {
    return this.isShown ? (this.#lines.at(-1)?.text ?? '') : ''
  }

  toggle = (): void => {
    if (!this.isOffered) return
    this.isShown = !this.isShown
    this.#host.announce(this.#t(this.isShown ? 'shown' : 'hidden'))
    this.#host.requestUpdate()
  }

  #nameOfSeat(seatId: string | null): string {
    const { call, nameOf } = this.#room
    if (seatId === null) return ''
    if (seatId === call.seat?.id) return this.#t('you')
    const participant = call.others.find(({ id }) => id === seatId)
    return participant ? nameOf(participant) : ''
  }

  /** In the controls. */
  button(): TemplateResult | typeof nothing {
    if (!this.isOffered) return nothing
    return captionsButton({ t: this.#t, isShown: this.isShown, onToggle: this.toggle })
  }

  #useMachine = (): void => {
    const { call } = this.#room
    const on = !call.isHeardByMachine
    void call.run(async (driver) => driver.setMachineCaptions?.(on, this.#host.language.tag))
  }

  /** Over the controls. That a machine hears the call stays there while captions are hidden. */
  view(): TemplateResult | typeof nothing {
    const { isHeardByMachine } = this.#room.call
    const note = isHeardByMachine ? machineNote(this.#t) : nothing
    return html`${note}${this.isOpen ? this.#open() : nothing}`
  }

  #open(): TemplateResult {
    const captioner = this.#captioner
    return captionsView({
      t: this.#t,
      lines: this.#lines.map(({ id, from, speaker, text, isFinal }) => ({
        ...{ key: `${from} ${id}`, name: this.#nameOfSeat(speaker), text, isFinal },
      })),
      captioner: captioner ? this.#room.nameOf(captioner) : '',
      ...{ isLarge: this.isLarge, isRead: this.isRead },
      isHeardByMachine: this.#room.call.isHeardByMachine,
      onMachine: this.#mayUseMachine ? this.#useMachine : null,
      onLarge: () => this.#set(() => (this.isLarge = !this.isLarge)),
      onRead: () => this.#set(() => (this.isRead = !this.isRead)),
    })
  }

  #set(change: () => void): void {
    change()
    this.#host.requestUpdate()
  }
}
