import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** It listens only while something would be lost: a page with a listener cannot be kept by the browser for "back". */
class LeaveGuard implements ReactiveController {
  readonly #hasUnsent: () => boolean
  #isListening = false

  constructor(hasUnsent: () => boolean) {
    this.#hasUnsent = hasUnsent
  }

  hostUpdated(): void {
    this.#listen(this.#hasUnsent())
  }

  hostDisconnected(): void {
    this.#listen(false)
  }

  #listen(isNeeded: boolean): void {
    if (isNeeded === this.#isListening) return
    this.#isListening = isNeeded
    if (isNeeded) window.addEventListener('beforeunload', this.#ask)
    else window.removeEventListener('beforeunload', this.#ask)
  }

  /** Of this guard alone: another one on the page may still need its own. Chrome before 119 asks only where there is a `returnValue`. */
  readonly #ask = (event: BeforeUnloadEvent): void => {
    event.preventDefault()
    Object.assign(event, { returnValue: 'unsent' })
  }
}

/**
 * Asks before the page is closed or loaded again, while something that a person typed is nowhere else. Browsers ask in their own words.
 *
 * @param hasUnsent - Whether there is something. Called after each render.
 */
export const guardLeaving = (host: ReactiveControllerHost, hasUnsent: () => boolean): void =>
  host.addController(new LeaveGuard(hasUnsent))
