import { createHmac, randomBytes } from 'node:crypto'

export interface WebhookEndpoint {
  readonly url: string
  /** `whsec_...` */
  readonly secret: string
}

/** How the next event is delivered: normally, or with one of these faults. */
export const deliveryModes = ['deliver', 'duplicate', 'hold', 'lose', 'forge', 'stale'] as const
export type DeliveryMode = (typeof deliveryModes)[number]

export interface Delivery {
  readonly eventId: string
  readonly type: string
  readonly url: string
  readonly mode: DeliveryMode
  readonly attempts: number
  /** The status of the last response; null when there was none. */
  readonly status: number | null
}

const maxAttempts = 8
const firstRetryMs = 50

/** Events and their deliveries: signed as Stripe signs them, retried with growing delays until a 2xx. */
export class PaymentWebhooks {
  readonly endpoints: WebhookEndpoint[]
  readonly deliveries: Delivery[] = []
  readonly #fates: DeliveryMode[] = []
  readonly #held: (() => void)[] = []
  readonly #underWay = new Set<Promise<void>>()
  readonly #stop = new AbortController()
  readonly #now: () => Date

  constructor(endpoints: readonly WebhookEndpoint[], now: () => Date) {
    this.endpoints = [...endpoints]
    this.#now = now
  }

  #seconds(): number {
    return Math.floor(this.#now().getTime() / 1000)
  }

  /** For the next events, in order. */
  scriptNext(modes: readonly DeliveryMode[]): void {
    this.#fates.push(...modes)
  }

  /** The next events are delivered normally. */
  clearScript(): void {
    this.#fates.length = 0
  }

  report(type: string, object: object): void {
    const mode = this.#fates.shift() ?? 'deliver'
    const id = `evt_sandbox_${randomBytes(12).toString('hex')}`
    const created = this.#seconds()
    // A copy: an event contains its object as it was at that time.
    const body = JSON.stringify({ id, object: 'event', livemode: false, type, created, data: { object } })
    for (const endpoint of this.endpoints) {
      const send = (): void => this.#track(this.#deliver(endpoint, { id, type, body, mode }))
      if (mode === 'lose') this.#note(endpoint, id, type, mode, 0, null)
      else if (mode === 'hold') this.#held.push(send)
      else send()
      if (mode === 'duplicate') send()
    }
  }

  /** Sends the held events, newest first: late, and in the wrong order. */
  release(): number {
    const held = this.#held.splice(0).reverse()
    for (const send of held) send()
    return held.length
  }

  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay)
  }

  async stop(): Promise<void> {
    this.#stop.abort()
    await this.settled()
  }

  #track(delivery: Promise<void>): void {
    this.#underWay.add(delivery)
    void delivery.finally(() => this.#underWay.delete(delivery))
  }

  #note(
    { url }: WebhookEndpoint,
    eventId: string,
    type: string,
    mode: DeliveryMode,
    attempts: number,
    status: number | null,
  ) {
    this.deliveries.push({ eventId, type, url, mode, attempts, status })
  }

  async #deliver(
    endpoint: WebhookEndpoint,
    { id, type, body, mode }: { id: string; type: string; body: string; mode: DeliveryMode },
  ): Promise<void> {
    let status: number | null = null
    let attempts = 0
    for (; attempts < maxAttempts && !this.#stop.signal.aborted;) {
      if (attempts > 0) await this.#pause(firstRetryMs * 2 ** (attempts - 1))
      attempts += 1
      status = await this.#attempt(endpoint, body, mode)
      // A forged, stale or repeated event may be refused permanently.
      if (status !== null && (status < 300 || (status < 500 && mode !== 'deliver' && mode !== 'hold'))) break
    }
    this.#note(endpoint, id, type, mode, attempts, status)
  }

  async #attempt({ url, secret }: WebhookEndpoint, body: string, mode: DeliveryMode): Promise<number | null> {
    const stamp = this.#seconds() - (mode === 'stale' ? 3600 : 0)
    const key = mode === 'forge' ? `${secret}x` : secret
    const signature = createHmac('sha256', key).update(`${stamp}.${body}`).digest('hex')
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', 'stripe-signature': `t=${stamp},v1=${signature}` },
      body,
      redirect: 'error',
      signal: AbortSignal.any([this.#stop.signal, AbortSignal.timeout(5000)]),
    }).catch(() => null)
    return answer?.status ?? null
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      this.#stop.signal.addEventListener(
        'abort',
        () => {
          clearTimeout(timer)
          resolve()
        },
        { once: true },
      )
    })
  }
}
