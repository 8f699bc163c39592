import type { ReactiveController, ReactiveControllerHost } from 'lit'

/**
 * Asks before the page is closed or loaded again, while something that a person typed is nowhere else. Browsers ask in their own words. It
 * listens only then: a page with a listener cannot be kept by the browser for "back".
 */
export class LeaveGuard implements ReactiveController {
  readonly #hasUnsent: () => boolean
  #isListening = false

  constructor(host: ReactiveControllerHost, hasUnsent: () => boolean) {
    this.#hasUnsent = hasUnsent
    host.addController(this)
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
    if (isNeeded) window.addEventListener('beforeunload', ask)
    else window.removeEventListener('beforeunload', ask)
  }
}

const ask = (event: BeforeUnloadEvent): void => event.preventDefault()
