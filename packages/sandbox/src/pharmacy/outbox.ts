import { isSigned, sign } from './signature.ts'
import { readVerdict } from './read-script.ts'

/** One message to the health system and its outcome. */
export interface SentMessage {
  readonly messageId: string
  readonly type: string
  readonly relatesToMessageId: string | null
  /** HTTP status of the last attempt; null while there was no response. */
  status: number | null
  /** The Status or Error code of the response; null when the response has none, or is not signed. */
  verdict: string | null
  tries: number
}

export interface OutboxOptions {
  /** Evaluated before each attempt. */
  readonly url: () => string
  readonly secret: string
  readonly clock: () => Date
  /** Delay between attempts; each is four times the one before. Milliseconds. */
  readonly retryAfter: number
}

const maxTries = 5

/** Delivers the network's own messages to the health system's webhook, one at a time and in order, until each is acknowledged. */
export class Outbox {
  readonly #options: OutboxOptions
  readonly #sent: SentMessage[] = []
  readonly #stopping = new AbortController()
  #line: Promise<void> = Promise.resolve()

  constructor(options: OutboxOptions) {
    this.#options = options
  }

  get sent(): readonly SentMessage[] {
    return this.#sent
  }

  /** `tampered` sends bytes with a signature of other bytes. */
  send(
    message: Pick<SentMessage, 'messageId' | 'type' | 'relatesToMessageId'>,
    bytes: Uint8Array,
    tampered = false,
  ): void {
    const sent: SentMessage = { ...message, status: null, verdict: null, tries: 0 }
    this.#sent.push(sent)
    this.#line = this.#line.then(() => this.#deliver(sent, bytes, tampered))
  }

  /** Resolves when every message was acknowledged or given up. */
  settled(): Promise<void> {
    return this.#line
  }

  stop(): void {
    this.#stopping.abort()
  }

  async #deliver(sent: SentMessage, bytes: Uint8Array, tampered: boolean): Promise<void> {
    const { url, secret, clock, retryAfter } = this.#options
    const { signal } = this.#stopping
    while (sent.tries < maxTries && !signal.aborted) {
      if (sent.tries > 0) await wait(retryAfter * 4 ** (sent.tries - 1), signal)
      sent.tries += 1
      const signed = sign(tampered ? `${secret}-other` : secret, bytes, clock().getTime())
      const answer = await fetch(url(), {
        method: 'POST',
        headers: { 'content-type': 'application/xml', ...signed },
        body: Uint8Array.from(bytes),
        signal: AbortSignal.any([signal, AbortSignal.timeout(5_000)]),
      }).catch(() => null)
      if (answer === null) continue
      sent.status = answer.status
      const body = new Uint8Array(await answer.arrayBuffer().catch(() => new ArrayBuffer(0)))
      if (answer.status !== 200) {
        // A refusal is final; only a server error is retried.
        if (answer.status < 500) return
        continue
      }
      if (!isSigned(secret, body, (name) => answer.headers.get(name))) continue
      sent.verdict = verdictOf(body, sent.messageId)
      if (sent.verdict !== null) return
    }
  }
}

const verdictOf = (body: Uint8Array, messageId: string): string | null => {
  try {
    const { code, relatesTo } = readVerdict(body)
    return relatesTo === messageId ? code : null
  } catch {
    return null
  }
}

export const wait = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const timer = setTimeout(done, milliseconds)
    function done(): void {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    signal.addEventListener('abort', done)
  })
