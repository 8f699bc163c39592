import { createHmac, randomBytes, randomUUID } from 'node:crypto'

export interface Webhook {
  uuid: string
  url: string
  /** Base64. */
  hmac: string
  eventTypes: readonly string[]
  state: 'ACTIVE' | 'FAILED'
  failedCount: number
}

export const webhookEventTypes = ['meeting.started', 'meeting.ended', 'participant.joined', 'participant.left']

/**
 * The webhooks of the domain and their deliveries (Daily: "Webhooks"): signed, one at a time and in order, given up after three failures.
 */
export class Webhooks {
  readonly #webhooks = new Map<string, Webhook>()
  #line: Promise<void> = Promise.resolve()

  list(): Webhook[] {
    return [...this.#webhooks.values()]
  }
  get(uuid: string): Webhook | undefined {
    return this.#webhooks.get(uuid)
  }
  remove(uuid: string): boolean {
    return this.#webhooks.delete(uuid)
  }

  /** Sends a test request to the address first, as Daily does; null when the response is not 200. */
  async create(url: string, eventTypes: readonly string[], hmac?: string): Promise<Webhook | null> {
    return (await answersTheTest(url)) ? this.add(url, eventTypes, hmac) : null
  }

  /** Sends the test request again; a 200 closes the circuit breaker. Returns false for any other response. */
  async update(webhook: Webhook, changes: Partial<Pick<Webhook, 'url' | 'hmac' | 'eventTypes'>>): Promise<boolean> {
    if (!(await answersTheTest(changes.url ?? webhook.url))) return false
    Object.assign(webhook, changes, { state: 'ACTIVE', failedCount: 0 })
    return true
  }

  /** Without the test request: for a receiver that starts later. */
  add(
    url: string,
    eventTypes: readonly string[] = webhookEventTypes,
    hmac = randomBytes(32).toString('base64'),
  ): Webhook {
    const webhook: Webhook = { uuid: randomUUID(), url, hmac, eventTypes, state: 'ACTIVE', failedCount: 0 }
    this.#webhooks.set(webhook.uuid, webhook)
    return webhook
  }

  send(type: string, payload: Record<string, unknown>): void {
    const id = `${type.replace('.', '-')}-${randomUUID()}`
    const body = JSON.stringify({ version: '1.0.0', type, id, payload, event_ts: Date.now() / 1000 })
    for (const webhook of this.#webhooks.values())
      if (webhook.eventTypes.includes(type)) this.#line = this.#line.then(() => this.#deliver(webhook, body))
  }

  /** Resolves when everything sent so far has been delivered or given up. */
  settled(): Promise<void> {
    return this.#line
  }

  async #deliver(webhook: Webhook, body: string): Promise<void> {
    if (webhook.state === 'FAILED') return
    const timestamp = String(Math.floor(Date.now() / 1000))
    const signature = createHmac('sha256', Buffer.from(webhook.hmac, 'base64'))
      .update(`${timestamp}.${body}`)
      .digest('base64')
    const answer = await fetch(webhook.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-webhook-timestamp': timestamp,
        'x-webhook-signature': signature,
      },
      body,
      signal: AbortSignal.timeout(3000),
    }).catch(() => null)
    if (answer?.status === 200) {
      webhook.failedCount = 0
      return
    }
    webhook.failedCount += 1
    if (webhook.failedCount >= 3) webhook.state = 'FAILED'
  }
}

const answersTheTest = async (url: string): Promise<boolean> => {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ test: 'test' }),
    signal: AbortSignal.timeout(3000),
  }).catch(() => null)
  return answer?.status === 200
}
