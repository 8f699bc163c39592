import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { emit } from '../core/emit.ts'

type Provider = HTMLElement & { signInAgain?(): void }
type SessionEnded = HTMLElementEventMap['visit-session-ended']

interface Call {
  /** The person is in the room. */
  readonly isIn: boolean
  leave(): Promise<void>
}

/**
 * A call does not end when a session reaches its time limit: video, sound and emergency help stay, and everything else is hidden. It asks
 * the provider to keep the page during that time. Signing out manually leaves the call.
 */
export class SessionGuard implements ReactiveController {
  #host: ReactiveControllerHost & HTMLElement
  #call: Call
  #provider: Provider | null = null

  constructor(host: ReactiveControllerHost & HTMLElement, call: Call) {
    this.#host = host
    this.#call = call
    host.addController(this)
  }

  hostConnected(): void {
    document.addEventListener('visit-session-ended', this.#ended, { capture: true })
  }

  hostDisconnected(): void {
    document.removeEventListener('visit-session-ended', this.#ended, { capture: true })
  }

  /** There is a provider to ask. */
  get canSignIn(): boolean {
    return this.#provider?.signInAgain !== undefined
  }

  /** The same as the provider's "Sign in again". */
  signIn(): void {
    if (this.#provider && emit(this.#provider, 'visit-sign-in-requested', { signIn: null }))
      this.#provider.signInAgain?.()
  }

  #ended = (event: Event): void => {
    const [provider] = event.composedPath()
    if (!this.#call.isIn || !(provider instanceof HTMLElement) || !isInside(this.#host, provider)) return
    if ((event as SessionEnded).detail.reason === 'signed-out') return void this.#call.leave()
    this.#provider = provider
    event.preventDefault()
  }
}

/** Also across shadow roots. */
const isInside = (element: Node, ancestor: Node): boolean => {
  for (let node: Node | null = element; node; node = node instanceof ShadowRoot ? node.host : node.parentNode)
    if (node === ancestor) return true
  return false
}
