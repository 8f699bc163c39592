import type { VisitClient } from '@visitkit/sdk'
import type { VisitElement } from '../core/visit-element.ts'
import type { GetProviderSession } from './session-tokens.ts'

/** A part that could not be fetched is asked for again. Milliseconds. */
export const retryDelayMs = 3_000

/** The client of a page that names its server instead of handing one in. */
export class ManagedClient {
  /** What makes clients could not be fetched; it is asked for again. */
  hasLoadFailed = false
  #host: VisitElement
  #client: VisitClient | null = null
  /** The newest beginning; an older one that comes to its end later does nothing. */
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

  /** Whatever is being made is no longer wanted. */
  stop(): void {
    this.#attempt = null
    this.hasLoadFailed = false
    this.#host.requestUpdate()
  }

  close(): void {
    this.release()?.close()
  }

  /** Hands it out, to be closed by the person who asked. */
  release(): VisitClient | null {
    const client = this.#client
    this.#client = null
    return client
  }
}
