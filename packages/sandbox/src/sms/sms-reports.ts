import { randomUUID, sign, type KeyObject } from 'node:crypto'

export interface SentReport {
  readonly url: string
  readonly body: unknown
  readonly status: number | null
}

/** Reports to the sender of a message, signed as Telnyx signs them: Ed25519 over `timestamp|body`. */
export class SmsReports {
  readonly sent: SentReport[] = []
  readonly #key: KeyObject
  readonly #clock: () => Date
  readonly #underWay = new Set<Promise<void>>()
  #stopped = false

  constructor(key: KeyObject, clock: () => Date) {
    this.#key = key
    this.#clock = clock
  }

  /** @param at - When it happened: a carrier may report late. */
  send(
    url: string,
    eventType: string,
    payload: Readonly<Record<string, unknown>>,
    times = 1,
    at: Date = this.#clock(),
  ): void {
    const event = { event_type: eventType, id: randomUUID(), occurred_at: at.toISOString(), payload }
    for (let time = 0; time < times; time += 1) {
      const run = this.deliver(url, { data: { record_type: 'event', ...event }, meta: { attempt: time + 1 } }).finally(
        () => this.#underWay.delete(run),
      )
      this.#underWay.add(run)
    }
  }

  /** Signs and delivers a report as it is given. */
  async deliver(url: string, body: unknown): Promise<void> {
    // The vendor retries a few times without a success status, and then stops.
    for (let attempt = 0; attempt < 3 && !this.#stopped; attempt += 1) {
      const text = JSON.stringify(body)
      const timestamp = String(Math.floor(this.#clock().getTime() / 1_000))
      const signature = sign(null, Buffer.from(`${timestamp}|${text}`), this.#key).toString('base64')
      const status = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'telnyx-timestamp': timestamp,
          'telnyx-signature-ed25519': signature,
        },
        body: text,
        signal: AbortSignal.timeout(5_000),
      }).then(
        (answer) => answer.status,
        () => null,
      )
      this.sent.push({ url, body, status })
      if (status !== null && status < 300) return
      await new Promise((resolve) => void setTimeout(resolve, 200))
    }
  }

  /** Resolves when the first report of a message was acknowledged. */
  async reported(id: string): Promise<void> {
    const isAbout = ({ body }: SentReport): boolean =>
      (body as { data?: { payload?: { id?: unknown } } }).data?.payload?.id === id
    while (!this.#stopped && !this.sent.some(isAbout)) await new Promise((resolve) => void setTimeout(resolve, 5))
  }

  /** Resolves when every report was acknowledged or given up. */
  async settled(): Promise<void> {
    await Promise.all(this.#underWay)
  }

  async stop(): Promise<void> {
    this.#stopped = true
    await this.settled()
  }
}
