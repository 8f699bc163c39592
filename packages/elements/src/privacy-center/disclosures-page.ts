import { html } from 'lit'
import type { VisitClient } from '@visitkit/sdk'
import { LazyPart } from '../core/lazy-part.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { PrivacyPage } from './privacy-part.ts'

/** To whom information was sent. Loaded with its texts when it is first opened. */
export class DisclosuresPage implements PrivacyPage {
  readonly #host: VisitElement
  readonly #part: LazyPart<PrivacyPage>

  constructor(host: VisitElement) {
    this.#host = host
    this.#part = new LazyPart(host, async () => new (await import('./disclosures-part.ts')).DisclosuresPart(host))
  }

  async load(client: VisitClient, patientId: string, quietly = false): Promise<void> {
    const part = await this.#part.fetch()
    await part?.load(client, patientId, quietly)
  }

  reset(): void {
    this.#part.value?.reset()
  }

  render(): unknown {
    const { now, value } = this.#part
    if (now.state === 'failed') return problemView(this.#host, now.problem, { retry: () => this.#host.startAgain() })
    return value ? value.render() : html`<span class="skeleton half"></span><span class="skeleton"></span>`
  }
}
