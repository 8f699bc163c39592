import { nothing, type ReactiveController, type TemplateResult } from 'lit'
import { moveFocus } from '../core/focus.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { longestCaption, type CaptionText } from '../video/caption.ts'
import { captionWriterView } from './caption-writer-view.ts'
import type { Captions, CaptionsInRoom } from './captions.ts'
import { captionsMessages } from './captions.messages.ts'

/** A line is sent again at most so often while it is typed: vendors limit messages. Milliseconds. */
const sendEvery = 250

/** Where a captioner types what is said. Each line goes to the browsers in the room as it grows, and to no server of ours. */
export class CaptionWriter implements ReactiveController {
  readonly #host: VisitElement
  readonly #room: CaptionsInRoom
  readonly #captions: Captions
  readonly #t
  #id: string = crypto.randomUUID()
  #text = ''
  #speaker = ''
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(host: VisitElement, room: CaptionsInRoom, captions: Captions) {
    this.#host = host
    this.#room = room
    this.#captions = captions
    this.#t = host.language.bundle(captionsMessages)
    host.addController(this)
  }

  hostUpdated(): void {
    if (!this.#room.call.driver) this.#clear()
  }

  #clear(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#id = crypto.randomUUID()
    this.#text = this.#speaker = ''
  }

  #line(isFinal: boolean): CaptionText {
    const { others } = this.#room.call
    const speaker = others.some(({ id }) => id === this.#speaker) ? this.#speaker : null
    return { id: this.#id, speaker, text: this.#text.trim().slice(0, longestCaption), isFinal }
  }

  #send(isFinal: boolean): void {
    const { driver, seat } = this.#room.call
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (!driver || !seat) return
    const line = this.#line(isFinal)
    driver.sendCaption(line)
    this.#captions.add({ ...line, from: seat.id, isByMachine: false })
  }

  #write = (text: string): void => {
    this.#text = text
    this.#timer ??= setTimeout(() => this.#send(false), sendEvery)
    this.#host.requestUpdate()
  }

  #endLine = (): void => {
    if (this.#text.trim() === '') return void moveFocus(this.#host, '#caption-text')
    this.#send(true)
    this.#text = ''
    this.#id = crypto.randomUUID()
    this.#host.requestUpdate()
    void moveFocus(this.#host, '#caption-text')
  }

  /** Next to the stage. */
  panel(): TemplateResult | typeof nothing {
    const { call, nameOf } = this.#room
    if (!call.driver) return nothing
    return captionWriterView({
      ...{ t: this.#t, text: this.#text, speaker: this.#speaker },
      people: call.others.map((one) => ({ id: one.id, name: nameOf(one) })),
      isAlone: call.others.every(({ link }) => link !== 'connected'),
      ...{ onText: this.#write, onEnd: this.#endLine },
      onSpeaker: (speaker) => {
        this.#speaker = speaker
        this.#host.requestUpdate()
      },
    })
  }
}
