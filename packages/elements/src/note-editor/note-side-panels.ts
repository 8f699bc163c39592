import type { TemplateResult } from 'lit'
import type { Note, NoteTemplateSection, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { conflictPanel } from './conflict-panel.ts'
import { historyPanel } from './history-panel.ts'
import type { DraftPart, Side } from './merge-drafts.ts'
import { NoteHistory } from './note-history.ts'
import type { Conflict, NoteDraftController } from './note-draft-controller.ts'
import type { NoteEditorTranslate } from './note-view.ts'

/**
 * Panels that replace the note for a time: its history, and the choice between two versions. A separate module, because few notes need it.
 */
export class NoteSidePanels {
  readonly #host: VisitElement
  readonly #t: NoteEditorTranslate
  readonly #draftController: NoteDraftController
  readonly #history: NoteHistory
  readonly #sides = new Map<DraftPart, Side>()
  #isComparing = false

  constructor(host: VisitElement, t: NoteEditorTranslate, draftController: NoteDraftController) {
    this.#host = host
    this.#t = t
    this.#draftController = draftController
    this.#history = new NoteHistory(host)
  }

  get showsHistory(): boolean {
    return this.#history.isOpen
  }

  reset(): void {
    this.#sides.clear()
    this.#isComparing = false
    this.#history.close()
  }

  async showHistory(client: VisitClient, noteId: string): Promise<void> {
    this.#history.open(client, noteId)
    await moveFocus(this.#host, '#history')
  }

  async hideHistory(): Promise<void> {
    this.#history.close()
    await moveFocus(this.#host, '#history-button')
  }

  async compare(isComparing: boolean): Promise<void> {
    this.#isComparing = isComparing
    this.#host.requestUpdate()
    await moveFocus(this.#host, isComparing ? '#conflict' : '#note-heading')
  }

  async #resolve({ parts }: Conflict): Promise<void> {
    this.#isComparing = false
    await this.#draftController.resolve(new Map(parts.map((part) => [part, this.#sides.get(part) ?? 'mine'])))
    this.#sides.clear()
    await moveFocus(this.#host, '#note-heading')
  }

  #versions(client: VisitClient, { id }: Note, sections: readonly NoteTemplateSection[]): TemplateResult {
    const history = this.#history
    const { problem } = history
    return historyPanel({
      t: this.#t,
      format: this.#host.format,
      sections,
      versions: history.versions,
      hasMore: history.hasMore,
      shown: history.shown,
      difference: history.difference,
      problem: problem ? problemView(this.#host, problem, { texts: this.#t }) : null,
      onCompare: (version, before) => history.compare(client, id, version, before),
      onMore: () => history.more(client, id),
      onClose: () => void this.hideHistory(),
    })
  }

  #conflict(conflict: Conflict, sections: readonly NoteTemplateSection[]): TemplateResult {
    return conflictPanel({
      t: this.#t,
      tag: this.#host.language.tag,
      sections,
      mine: this.#draftController.draft,
      conflict,
      sides: this.#sides,
      onSide: (part, side) => {
        this.#sides.set(part, side)
        this.#host.requestUpdate()
      },
      onResolve: () => void this.#resolve(conflict),
      onLater: () => void this.compare(false),
    })
  }

  /** Null while no panel is open. */
  render(client: VisitClient, note: Note, sections: readonly NoteTemplateSection[]): TemplateResult | null {
    if (this.#history.isOpen) return this.#versions(client, note, sections)
    const { conflict } = this.#draftController
    return conflict && this.#isComparing ? this.#conflict(conflict, sections) : null
  }
}
