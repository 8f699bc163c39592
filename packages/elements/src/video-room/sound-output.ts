import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { rememberedDevices } from '../media/remembered-devices.ts'

type Host = ReactiveControllerHost & { readonly renderRoot: DocumentFragment | HTMLElement }

/** Plays the others' sound on the chosen speaker, and detects when the browser blocks it until a user action. */
export class SoundOutput implements ReactiveController {
  /** The browser requires a user action first. */
  blocked = false
  #host: Host
  /** As chosen here, or in this browser before. */
  #speaker = rememberedDevices().speaker ?? ''
  /** The speaker set for each element, so that a failure is not repeated with every render. */
  #requestedSpeaker = new WeakMap<HTMLAudioElement, string>()

  constructor(host: Host) {
    this.#host = host
    host.addController(this)
  }

  hostUpdated(): void {
    for (const audio of this.#host.renderRoot.querySelectorAll('audio')) {
      this.#direct(audio)
      if (audio.paused && audio.srcObject && !this.blocked) this.#play(audio)
    }
  }

  useSpeaker(id: string): void {
    this.#speaker = id
    this.#host.requestUpdate()
  }

  /** Call it from a user action. */
  unblock(): void {
    this.blocked = false
    this.#host.requestUpdate()
    for (const audio of this.#host.renderRoot.querySelectorAll('audio')) this.#play(audio)
  }

  #direct(audio: HTMLAudioElement): void {
    if (this.#speaker === '' || this.#requestedSpeaker.get(audio) === this.#speaker) return
    this.#requestedSpeaker.set(audio, this.#speaker)
    // Not every browser supports it; the system's speaker is used then.
    if ('setSinkId' in audio) void audio.setSinkId(this.#speaker).catch(() => undefined)
  }

  #play(audio: HTMLAudioElement): void {
    audio.play().catch((error: unknown) => {
      if (!(error instanceof DOMException) || error.name !== 'NotAllowedError') return
      this.blocked = true
      this.#host.requestUpdate()
    })
  }
}
