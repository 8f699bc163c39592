import type { VideoDevice } from '../video/driver.ts'

/** Notices what is plugged in or unplugged while the check is open. */
export class PluggedDevices {
  /** One was plugged in that was not there when the check began. */
  hasNew = false
  #ids: ReadonlySet<string> | null = null
  #said = ''

  begin(devices: readonly VideoDevice[]): void {
    this.#ids = idsOf(devices)
    this.#said = ''
    this.hasNew = false
  }

  stop(): void {
    this.#ids = null
    this.hasNew = false
  }

  /** Returns what to announce of those that were unplugged; empty if it was announced before. */
  look(devices: readonly VideoDevice[], said: string): string {
    if (!this.#ids) return ''
    const ids = idsOf(devices)
    if ([...ids].some((id) => !this.#ids?.has(id))) this.hasNew = true
    this.#ids = ids
    if (said === this.#said) return ''
    this.#said = said
    return said
  }
}

const idsOf = (devices: readonly VideoDevice[]): ReadonlySet<string> => new Set(devices.map(({ id }) => id))
