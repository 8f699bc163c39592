import { html, nothing, type TemplateResult } from 'lit'
import type { DeviceCheck, NetworkTest, VisitClient } from '@visitkit/sdk'
import { toProblem } from '../../core/problem.ts'
import type { VisitElement } from '../../core/visit-element.ts'
import { measureNetwork, type NetworkResult } from './measure-network.ts'
import { networkCheckMessages } from './network-check.messages.ts'

/** Without a visit there are no servers: only the browser is tested. */
export interface AskedServers {
  readonly client: VisitClient
  readonly visitId: string
}

const unreached: ReadonlySet<string> = new Set(['connection_failed', 'timed_out'])

/** The measurement of the connection, and its words. */
export class NetworkPart {
  result: NetworkResult | null = null
  readonly #t
  /** Counts measurements: one that was replaced or given up shows nothing. */
  #attempt = 0

  constructor(host: VisitElement) {
    this.#t = host.language.bundle(networkCheckMessages)
  }

  get connection(): DeviceCheck['connection'] {
    return this.result?.connection ?? 'unknown'
  }

  /** Never rejects. */
  async measure(asked: AskedServers | null): Promise<void> {
    this.forget()
    const attempt = this.#attempt
    const result = await measureNetwork(() => (asked ? serversOf(asked) : Promise.resolve([])))
    if (attempt === this.#attempt) this.result = result
  }

  stop(): void {
    this.#attempt++
  }

  forget(): void {
    this.stop()
    this.result = null
  }

  /** What was found, and what to do about it. */
  view(running: boolean): TemplateResult {
    const t = this.#t
    if (!this.result) return html`${t(running ? 'measuring' : 'stopped')}`
    const { cause, path, lostPermille, roundTripMs, kilobitsPerSecond } = this.result.network
    const hasNumbers = path === 'relay' && roundTripMs !== undefined && kilobitsPerSecond !== undefined
    return html`${cause === 'none' && path !== 'relay' ? t('outOnly') : t(`cause_${cause}`)}
    ${cause === 'none' ? nothing : t(`fix_${cause}`)}
    ${
      hasNumbers
        ? html`<span class="numbers num"
            >${t('numbers', {
              speed: Math.round(kilobitsPerSecond / 100) / 10,
              time: roundTripMs,
              lost: Math.round((lostPermille ?? 0) / 10),
            })}</span
          >`
        : nothing
    }`
  }
}

/** An older server, or one that refuses: there are no servers to measure with. */
const serversOf = async ({ client, visitId }: AskedServers): Promise<NetworkTest['iceServers']> => {
  try {
    return (await client.visits.networkTest(visitId)).iceServers
  } catch (error) {
    if (unreached.has(toProblem(error).code)) throw error
    return []
  }
}
