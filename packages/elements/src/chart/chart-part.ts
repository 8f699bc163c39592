import { html, nothing, type TemplateResult } from 'lit'
import { Loader } from '../core/loader.ts'
import { followWatch } from '../core/follow-watch.ts'
import type { Problem } from '../core/problem.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitClient } from '@visitkit/sdk'
import type { VisitElement } from '../core/visit-element.ts'

/** One part of the chart. It is read, followed and refused by itself: what a person may not see hides nothing else. */
export class ChartPart<T> {
  readonly #host: VisitElement
  readonly #loader: Loader<T>
  #refresh: (() => void) | null = null

  constructor(host: VisitElement) {
    this.#host = host
    this.#loader = new Loader(host)
  }

  get value(): T | undefined {
    return this.#loader.value
  }

  get problem(): Problem | undefined {
    return this.#loader.problem
  }

  follow(
    client: VisitClient,
    patientId: string,
    on: readonly string[],
    read: (reading: { signal: AbortSignal }) => Promise<T>,
    signal: AbortSignal,
  ): void {
    void this.#loader.run(() => {
      const watch = client.watch(read, { on, ids: { patientId }, signal })
      this.#refresh = () => watch.refresh()
      return followWatch(watch, (value) => this.#loader.set(value))
    })
  }

  refresh(): void {
    this.#refresh?.()
  }

  forget(): void {
    this.#loader.reset()
    this.#refresh = null
  }

  /** The part with its title; its content once it is there. */
  render(
    id: string,
    title: string,
    content: (value: T) => unknown,
    { waiting, retry, action }: { waiting: string; retry: () => void; action?: unknown },
  ): TemplateResult {
    const { now } = this.#loader
    return html`<section class="part" aria-labelledby=${id}>
      <div class="row between">
        <h3 id=${id} tabindex="-1">${title}</h3>
        ${now.state === 'ready' ? (action ?? nothing) : nothing}
      </div>
      ${
        now.state === 'ready'
          ? content(now.value)
          : now.state === 'failed'
            ? problemView(this.#host, now.problem, { retry })
            : html`<div class="stack" aria-busy="true">
                <p class="unseen" role="status">${waiting}</p>
                <span class="bone half"></span><span class="bone"></span>
              </div>`
      }
    </section>`
  }
}
