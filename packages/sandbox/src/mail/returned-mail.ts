import { createHmac, randomUUID } from 'node:crypto'

/** Where undelivered mail is posted, and the secret with which it is signed: `whsec_...`. */
export interface ReturnAddress {
  readonly url: string
  readonly secret: string
}

/** What comes back is posted to its sender as it is, as a rule of a mail system does it: signed by Standard Webhooks. */
export class ReturnedMail {
  readonly #clock: () => Date
  readonly #underWay = new Set<Promise<unknown>>()
  #address: ReturnAddress | null = null

  constructor(clock: () => Date) {
    this.#clock = clock
  }

  reportTo(address: ReturnAddress): void {
    this.#address = address
  }

  /** Resolves with the status of the answer; null without one. `id`: the same for each delivery of one message. */
  post(raw: string, id = `mail_${randomUUID()}`): Promise<number | null> {
    const run = this.#deliver(raw, id)
    this.#underWay.add(run)
    void run.finally(() => this.#underWay.delete(run))
    return run
  }

  async #deliver(raw: string, id: string): Promise<number | null> {
    if (this.#address === null) return null
    const { url, secret } = this.#address
    const timestamp = String(Math.floor(this.#clock().getTime() / 1_000))
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
    const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${raw}`).digest('base64')
    return fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'message/rfc822',
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': `v1,${signature}`,
      },
      body: raw,
      signal: AbortSignal.timeout(10_000),
    }).then(
      (answer) => answer.status,
      () => null,
    )
  }

  /** Resolves when everything that was posted was answered. */
  async settled(): Promise<void> {
    await Promise.all(this.#underWay)
  }
}
