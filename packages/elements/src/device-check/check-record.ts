import type { DeviceCheck, VisitClient } from '@visitkit/sdk'
import { emit } from '../core/emit.ts'
import { Loader } from '../core/loader.ts'
import type { Problem } from '../core/problem.ts'
import type { VisitElement } from '../core/visit-element.ts'

/** Reports the result of the check to the page and the clinic, once for each change. */
export class CheckRecord {
  readonly #host: VisitElement
  readonly #saving: Loader<true>
  #emitted = ''
  #saved = ''

  constructor(host: VisitElement) {
    this.#host = host
    this.#saving = new Loader(host)
  }

  get problem(): Problem | undefined {
    return this.#saving.problem
  }

  report(result: DeviceCheck, ok: boolean, client: VisitClient | null, visitId: string | undefined): void {
    const text = JSON.stringify(result)
    if (text !== this.#emitted) {
      this.#emitted = text
      emit(this.#host, 'visit-device-checked', { ok })
    }
    if (!client || !visitId || this.#saved === `${visitId} ${text}`) return
    this.#saved = `${visitId} ${text}`
    // Not during the current render.
    queueMicrotask(() => void this.#save(client, visitId, result))
  }

  again = (): void => {
    this.#saved = ''
    this.#host.requestUpdate()
  }

  reset(): void {
    this.#saving.reset()
    this.#saved = ''
  }

  async #save(client: VisitClient, visitId: string, result: DeviceCheck): Promise<void> {
    await this.#saving.run(
      async (signal) => {
        await client.visits.recordDeviceCheck(visitId, result, { signal })
        return true
      },
      { quietly: true },
    )
  }
}
