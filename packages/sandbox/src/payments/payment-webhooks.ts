import { createHmac, randomBytes } from 'node:crypto'

export interface WebhookEndpoint {
  readonly url: string
  /** `whsec_...` */
  readonly secret: string
}

/** What becomes of the next event: the ordinary way, or one of the ways in which the world goes wrong. */
export const deliveryFates = ['deliver', 'duplicate', 'hold', 'lose', 'forge', 'stale'] as const
export type DeliveryFate = (typeof deliveryFates)[number]

export interface Delivery {
  readonly eventId: string
  readonly type: string
  readonly url: string
  readonly fate: DeliveryFate
  readonly attempts: number
  /** The last answer's status; null when there was none. */
  readonly status: number | null
}

const attempts = 8
const firstPause = 50

/** Events and their deliveries: signed as Stripe signs, tried again with growing pauses until a 2xx. */
export class PaymentWebhooks {
  readonly endpoints: WebhookEndpoint[]
  readonly deliveries: Delivery[] = []
  readonly #fates: DeliveryFate[] = []
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

  /** Of the next events, in order. */
  plan(fates: readonly DeliveryFate[]): void {
    this.#fates.push(...fates)
  }

  report(type: string, object: object): void {
    const fate = this.#fates.shift() ?? 'deliver'
    const id = `evt_sandbox_${randomBytes(12).toString('hex')}`
    const created = this.#seconds()
    // A copy: an event shows its object as it was then.
    const body = JSON.stringify({ id, object: 'event', livemode: false, type, created, data: { object } })
    for (const endpoint of this.endpoints) {
      const send = (): void => this.#track(this.#deliver(endpoint, { id, type, body, fate }))
      if (fate === 'lose') this.#note(endpoint, id, type, fate, 0, null)
      else if (fate === 'hold') this.#held.push(send)
      else send()
      if (fate === 'duplicate') send()
    }
  }

  /** Sends what was held, newest first: late, and in the wrong order. */
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
    fate: DeliveryFate,
    tried: number,
    status: number | null,
  ) {
    this.deliveries.push({ eventId, type, url, fate, attempts: tried, status })
  }

  async #deliver(
    endpoint: WebhookEndpoint,
    { id, type, body, fate }: { id: string; type: string; body: string; fate: DeliveryFate },
  ): Promise<void> {
    let status: number | null = null
    let tried = 0
    for (; tried < attempts && !this.#stop.signal.aborted;) {
      if (tried > 0) await this.#pause(firstPause * 2 ** (tried - 1))
      tried += 1
      status = await this.#attempt(endpoint, body, fate)
      // What was forged, is stale or comes twice may be refused for good.
      if (status !== null && (status < 300 || (status < 500 && fate !== 'deliver' && fate !== 'hold'))) break
    }
    this.#note(endpoint, id, type, fate, tried, status)
  }

  async #attempt({ url, secret }: WebhookEndpoint, body: string, fate: DeliveryFate): Promise<number | null> {
    const stamp = this.#seconds() - (fate === 'stale' ? 3600 : 0)
    const key = fate === 'forge' ? `${secret}x` : secret
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
