import type { Me, Organization, VisitClient } from '@visitkit/sdk'
import type { MessageOverrides } from './localize.ts'

/** What a page tells the video drivers. */
export interface VideoOptions {
  /** Folder of a self-hosted Daily call machine, for pages whose policy allows no other origin. */
  readonly dailyBundlePath?: string
  readonly iceServers?: readonly RTCIceServer[]
}

/** What `<visit-provider>` hands to the elements inside it. */
export interface VisitConnection {
  /** Null until the session has started, and again once it has ended. */
  readonly client: VisitClient | null
  /** The host page's own words, by language and key. */
  readonly messages: MessageOverrides
  readonly videoOptions: VideoOptions
  /** What of the two below has been answered; nothing under a provider of an older copy. */
  readonly known?: { readonly me?: Me; readonly organization?: Organization }
  /** The person behind the session; asked once and shared by all elements. */
  me(): Promise<Me>
  /** The health system; asked once and shared by all elements. */
  organization(): Promise<Organization>
}

type ConnectionListener = (connection: VisitConnection, unsubscribe?: () => void) => void

/** Found by this key and not by identity, so that elements of another copy or prefix find the same provider. */
const KEY = 'visitkit-connection-1'
const ANNOUNCED = 'visitkit-provider'

/** The community Context Protocol's event, so that other tools can see it too. */
class ContextRequestEvent extends Event {
  readonly context = KEY
  readonly subscribe = true
  readonly callback: ConnectionListener
  constructor(callback: ConnectionListener) {
    super('context-request', { bubbles: true, composed: true })
    this.callback = callback
  }
}

/**
 * Asks the nearest provider above `element` for its connection, now and whenever it changes. A provider that is defined or
 * inserted later is found as well.
 * @returns stops listening.
 */
export const requestConnection = (
  element: HTMLElement,
  received: (connection: VisitConnection) => void,
): (() => void) => {
  let unsubscribe: (() => void) | undefined
  const ask = (): void => {
    element.dispatchEvent(
      new ContextRequestEvent((connection, stop) => {
        if (stop !== unsubscribe) unsubscribe?.()
        unsubscribe = stop
        received(connection)
      }),
    )
  }
  document.addEventListener(ANNOUNCED, ask)
  ask()
  return () => {
    document.removeEventListener(ANNOUNCED, ask)
    unsubscribe?.()
  }
}

/** Answers requests of the elements inside `provider`. */
export const provideConnection = (
  provider: HTMLElement,
  current: () => VisitConnection,
): { changed: () => void; stop: () => void } => {
  const subscribers = new Map<ConnectionListener, () => void>()
  const answer = (event: Event): void => {
    const { context, callback } = event as Partial<ContextRequestEvent>
    if (context !== KEY || !callback || event.target === provider) return
    event.stopImmediatePropagation()
    const unsubscribe = (): void => void subscribers.delete(callback)
    subscribers.set(callback, unsubscribe)
    callback(current(), unsubscribe)
  }
  provider.addEventListener('context-request', answer)
  document.dispatchEvent(new Event(ANNOUNCED))
  return {
    changed: () => {
      for (const [callback, unsubscribe] of [...subscribers]) callback(current(), unsubscribe)
    },
    stop: () => {
      provider.removeEventListener('context-request', answer)
      subscribers.clear()
    },
  }
}
