import { HttpConnection } from './http-client.ts'

/** The server closes a connection that was idle for five seconds, perhaps just as a request arrives. */
const maxIdleMs = 3_000

/** Kept-alive connections that all people of a load test use in turn, as behind a proxy: the one that was used last comes first. */
export class ConnectionPool {
  readonly #url: string
  readonly #idle: { readonly connection: HttpConnection; readonly since: number }[] = []

  constructor(url: string) {
    this.#url = url
  }

  take(): HttpConnection {
    const now = performance.now()
    for (let last = this.#idle.pop(); last; last = this.#idle.pop()) {
      if (last.connection.isOpen && now - last.since < maxIdleMs) return last.connection
      last.connection.close()
    }
    return new HttpConnection(this.#url)
  }

  give(connection: HttpConnection): void {
    this.#idle.push({ connection, since: performance.now() })
  }

  close(): void {
    for (const { connection } of this.#idle.splice(0)) connection.close()
  }
}
