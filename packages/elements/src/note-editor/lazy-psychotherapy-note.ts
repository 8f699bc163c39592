import { html, nothing } from 'lit'
import type { OwnNoteKind, VisitClient } from '@visitkit/sdk'
import { loadModule } from '../core/load-module.ts'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { PsychotherapyNote } from './psychotherapy-note.ts'

/** The place of psychotherapy notes below the note. Loads nothing for other users. */
export class LazyPsychotherapyNote {
  readonly #host: VisitElement
  readonly #loader: Loader<PsychotherapyNote>
  #again = (): void => undefined

  constructor(host: VisitElement) {
    this.#host = host
    this.#loader = new Loader(host)
  }

  open(client: VisitClient, visitId: string, kind: OwnNoteKind): void {
    this.#again = () => this.open(client, visitId, kind)
    void this.#loader.run(async (signal) => {
      const { PsychotherapyNote: Panel } = await loadModule(import('./psychotherapy-note.ts'))
      signal.throwIfAborted()
      const panel = new Panel(this.#host, client, visitId, kind)
      await this.#host.language.ready
      return panel
    })
  }

  /** Clears all data. */
  reset(): void {
    this.#loader.value?.reset()
    this.#loader.reset()
  }

  render(): unknown {
    const { value, problem } = this.#loader
    if (!problem) return value?.render() ?? nothing
    return html`<div class="card pad psychotherapy">${problemView(this.#host, problem, { retry: this.#again })}</div>`
  }
}
