import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { playChime, prepareSound } from '../media/play-chime.ts'

/**
 * What a phone needs so that its owner notices being called in: a screen that stays on while the patient waits, and a sound that a press on
 * the page has allowed.
 */
export class WhileWaiting implements ReactiveController {
  readonly #host: ReactiveControllerHost
  #waiting = false
  #lock: WakeLockSentinel | null = null
  #asking = false
  #speaker: AudioContext | null = null

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  /** The screen stays on. */
  get isAwake(): boolean {
    return this.#lock !== null
  }

  /** A sound would be heard. */
  get hasSound(): boolean {
    return this.#speaker?.state === 'running'
  }

  /** The patient waits, or does so no more. */
  set waiting(waiting: boolean) {
    if (this.#waiting === waiting) return
    this.#waiting = waiting
    if (waiting) {
      this.#prepare()
      void this.#keepAwake()
    } else this.#release()
  }

  chime(): void {
    playChime()
  }

  /** A press that turns the sound on, and lets it be heard. */
  turnSoundOn(): void {
    this.#prepare()
    playChime()
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#shown)
    for (const press of presses) document.addEventListener(press, this.#prepare)
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#shown)
    for (const press of presses) document.removeEventListener(press, this.#prepare)
    this.#speaker?.removeEventListener('statechange', this.#changed)
    this.#speaker = null
    this.waiting = false
  }

  #changed = (): void => this.#host.requestUpdate()

  #prepare = (): void => {
    const speaker = prepareSound()
    if (speaker === this.#speaker) return
    this.#speaker = speaker
    speaker.addEventListener('statechange', this.#changed)
    this.#changed()
  }

  /** The browser releases the lock of a page that is hidden. */
  #shown = (): void => {
    if (document.visibilityState !== 'visible' || !this.#waiting) return
    this.#prepare()
    void this.#keepAwake()
  }

  async #keepAwake(): Promise<void> {
    if (this.#lock || this.#asking || !(navigator as { wakeLock?: WakeLock }).wakeLock) return
    this.#asking = true
    // Refused when the battery is low, or where the page around this one does not allow it.
    const lock = await navigator.wakeLock.request('screen').catch(() => null)
    this.#asking = false
    if (!lock) return
    this.#lock = lock
    lock.addEventListener('release', () => {
      this.#lock = null
      this.#changed()
    })
    if (!this.#waiting) this.#release()
    this.#changed()
  }

  #release(): void {
    void this.#lock?.release().catch(() => undefined)
  }
}

const presses = ['click', 'keydown'] as const
