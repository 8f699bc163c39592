import type { DeviceCheck } from '@visitkit/sdk'
import { LazyPart } from '../core/lazy-part.ts'
import type { Translate } from '../core/localize.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { deviceCheckEn } from './device-check.en.ts'
import type { AskedServers, NetworkPart } from './network/network-part.ts'

/** The connection of the check: the code that measures it is loaded when a check begins. */
export class ConnectionCheck {
  /** A check has begun, and the connection has no result yet. */
  isPending = false
  readonly #host: VisitElement
  readonly #part: LazyPart<NetworkPart>
  #hasBegun = false
  /** Counts checks: the end of one that was left changes nothing. */
  #attempt = 0

  constructor(host: VisitElement) {
    this.#host = host
    this.#part = new LazyPart(host, () =>
      import('./network/network-part.ts').then(({ NetworkPart: Part }) => new Part(host)),
    )
  }

  /** Without the code nothing could be loaded. */
  get connection(): DeviceCheck['connection'] {
    return this.#part.now.state === 'failed' ? 'poor' : (this.#part.value?.connection ?? 'unknown')
  }

  get network(): DeviceCheck['network'] {
    return this.#part.value?.result?.network
  }

  /** A check begins: nothing is known any more. */
  begin(): void {
    this.#attempt++
    this.isPending = true
    this.#hasBegun = false
    this.#part.value?.forget()
  }

  async measure(asked: AskedServers | null): Promise<void> {
    const attempt = ++this.#attempt
    this.#hasBegun = true
    const part = await this.#part.fetch()
    if (attempt === this.#attempt) await part?.measure(asked)
    if (attempt !== this.#attempt) return
    this.isPending = false
    this.#host.requestUpdate()
  }

  stop(): void {
    this.#attempt++
    this.isPending = false
    this.#part.value?.stop()
  }

  view(t: Translate<typeof deviceCheckEn>): unknown {
    const { now, value } = this.#part
    if (now.state === 'failed') return t('connection_unloaded')
    return value && this.#hasBegun ? value.view(this.isPending) : t('connection_next')
  }
}
