import type { VisitClient } from '@visitkit/sdk'
import type { VisitElement } from '../core/visit-element.ts'
import type { GetProviderSession } from './session-tokens.ts'

/** Milliseconds until a part that failed to load is requested again. */
export const retryDelayMs = 3_000

/** The client of a page that sets a server URL instead of a client. */
export class ManagedClient {
  /** The module that creates clients failed to load; it is requested again. */
  hasLoadFailed = false
  #host: VisitElement
  #client: VisitClient | null = null
  /** The newest attempt; an older one that ends later has no effect. */
  #attempt: object | null = null

  constructor(host: VisitElement) {
    this.#host = host
  }

  async create(baseUrl: string, getSession: GetProviderSession, use: (client: VisitClient) => void): Promise<void> {
    const attempt = (this.#attempt = {})
    const isStale = (): boolean => attempt !== this.#attempt || !this.#host.isConnected
    const part = await import('./make-client.ts').catch(() => null)
    if (isStale()) return
    this.hasLoadFailed = part === null
    this.#host.requestUpdate()
    if (part) {
      this.#client = part.makeClient(baseUrl, getSession)
      if (this.#client) use(this.#client)
    } else setTimeout(() => !isStale() && void this.create(baseUrl, getSession, use), retryDelayMs)
  }

  /** Cancels the current attempt. */
  stop(): void {
    this.#attempt = null
    this.hasLoadFailed = false
    this.#host.requestUpdate()
  }

  close(): void {
    this.release()?.close()
  }

  /** Returns the client, which the caller must close. */
  release(): VisitClient | null {
    const client = this.#client
    this.#client = null
    return client
  }
}
