import { html, nothing, type TemplateResult } from 'lit'
import type { Note, NoteTemplateSection, VisitClient } from '@visitkit/sdk'
import { loadModule } from '../core/load-module.ts'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { NoteDraftController } from './note-draft-controller.ts'
import type { NoteSidePanels } from './note-side-panels.ts'
import type { NoteEditorTranslate } from './note-view.ts'

/** History and comparison, which few notes need: loaded after the note while there is a connection. */
export class LazySidePanels {
  readonly #host: VisitElement
  readonly #t: NoteEditorTranslate
  readonly #draftController: NoteDraftController
  readonly #loading: Loader<NoteSidePanels>
  #panels: NoteSidePanels | null = null
  /** Retries the step that the person wanted. */
  #again = (): void => undefined

  constructor(host: VisitElement, t: NoteEditorTranslate, draftController: NoteDraftController) {
    this.#host = host
    this.#t = t
    this.#draftController = draftController
    this.#loading = new Loader(host)
  }

  get showsHistory(): boolean {
    return this.#panels?.showsHistory ?? false
  }

  reset(): void {
    this.#loading.reset()
    this.#panels?.reset()
  }

  /** A failure is reported when the person opens one. */
  load(): void {
    this.#load().catch(() => undefined)
  }

  async #load(): Promise<NoteSidePanels> {
    const { NoteSidePanels: SidePanels } = await loadModule(import('./note-side-panels.ts'))
    return (this.#panels ??= new SidePanels(this.#host, this.#t, this.#draftController))
  }

  async #reach(action: (panels: NoteSidePanels) => Promise<void>): Promise<void> {
    this.#again = () => void this.#reach(action)
    const panels = await this.#loading.run(() => this.#load())
    if (panels) await action(panels)
  }

  compare(): Promise<void> {
    return this.#reach((panels) => panels.compare(true))
  }

  async toggleHistory(client: VisitClient | null, noteId: string): Promise<void> {
    if (this.#panels?.showsHistory) return this.#panels.hideHistory()
    await this.#reach(async (panels) => {
      await this.#draftController.flush()
      if (client) await panels.showHistory(client, noteId)
    })
  }

  /** Why the parts could not be loaded. */
  problem(): TemplateResult | typeof nothing {
    const { problem } = this.#loading
    return problem
      ? html`<div class="notice">${problemView(this.#host, problem, { retry: this.#again })}</div>`
      : nothing
  }

  render(client: VisitClient, note: Note, sections: readonly NoteTemplateSection[]): TemplateResult | null | undefined {
    return this.#panels?.render(client, note, sections)
  }
}
