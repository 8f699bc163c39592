import { PartnerUnavailable } from '../../../platform/partners/partner-unavailable.ts'
import type { Channel } from '../model/messaging-policy.ts'

export interface ChannelSlotsOptions {
  /** Notices of one channel that are sent at the same time. */
  readonly sending: number
  /** Notices of all channels that wait for one of these. */
  readonly waiting: number
  /** How long one waits. Milliseconds. */
  readonly patience: number
}

/**
 * Limits each channel, so that a slow vendor does not delay the other channel. A burst waits here for a moment: to give up costs more,
 * because a notice that could not be sent is stored, claimed, read and decided again.
 */
export class ChannelSlots {
  readonly #options: ChannelSlotsOptions
  readonly #busy: Record<Channel, number> = { email: 0, sms: 0 }
  readonly #waiting: Record<Channel, Set<() => void>> = { email: new Set(), sms: new Set() }

  constructor(options: ChannelSlotsOptions) {
    this.#options = options
  }

  /** Sends when the channel has a free slot. Throws PartnerUnavailable if it has none in time. */
  async use<A>(channel: Channel, signal: AbortSignal, send: () => Promise<A>): Promise<A> {
    if (this.#busy[channel] < this.#options.sending) this.#busy[channel] += 1
    else await this.#handedOver(channel)
    try {
      if (signal.aborted) throw new PartnerUnavailable('timeout')
      return await send()
    } finally {
      const [next] = this.#waiting[channel]
      // The slot stays busy: it is the next one's.
      if (next) next()
      else this.#busy[channel] -= 1
    }
  }

  #handedOver(channel: Channel): Promise<void> {
    const waiting = this.#waiting[channel]
    return new Promise((resolve, reject) => {
      const refuse = (): void => reject(new PartnerUnavailable('channel-busy'))
      if (this.#waiting.email.size + this.#waiting.sms.size >= this.#options.waiting) return refuse()
      const take = (): void => {
        clearTimeout(timer)
        waiting.delete(take)
        resolve()
      }
      const timer = setTimeout(() => {
        waiting.delete(take)
        refuse()
      }, this.#options.patience)
      waiting.add(take)
    })
  }
}
