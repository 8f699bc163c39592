import type { Me, Organization, VisitClient } from '@visitkit/sdk'
import type { MessageOverrides } from './localize.ts'

/** Options of the page for the video drivers. */
export interface VideoOptions {
  /** URL of a folder with a self-hosted Daily call machine, for pages whose policy allows no other origin. */
  readonly dailyBundlePath?: string
  readonly iceServers?: readonly RTCIceServer[]
}

/** What `<visit-provider>` provides to the elements inside it. */
export interface VisitConnection {
  /** Null before the session starts and after it ends. */
  readonly client: VisitClient | null
  /** The host page's own texts, by language and key. */
  readonly messages: MessageOverrides
  readonly videoOptions: VideoOptions
  /** The results of the two methods below that are loaded; undefined with a provider of an older version. */
  readonly known?: { readonly me?: Me; readonly organization?: Organization }
  /** The person of the session. Requested once and shared by all elements. */
  me(): Promise<Me>
  /** The next `me` requests the person again, e.g. after a change to the patients for whom they act. */
  forgetMe?(): void
  /** The health system. Requested once and shared by all elements. */
  organization(): Promise<Organization>
}

type ConnectionListener = (connection: VisitConnection, unsubscribe?: () => void) => void

/** A string key, so that elements of another copy or prefix find the same provider. */
const KEY = 'visitkit-connection-1'
const ANNOUNCED = 'visitkit-provider'

/** The event of the community Context Protocol, so that other libraries can use it too. */
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
 * Requests the connection from the nearest provider above `element`, now and after each change. Also finds a provider that is defined or
 * inserted later.
 * @returns Stops listening.
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

/** Elements that wait for a provider, and those that have one, ask again. */
export const announceProvider = (): void => void document.dispatchEvent(new Event(ANNOUNCED))

/** Answers context requests of elements inside `provider`. */
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
  announceProvider()
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
