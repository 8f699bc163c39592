import { html, nothing, type TemplateResult } from 'lit'
import type { Note, VisitClient } from '@visitkit/sdk'
import { Loader } from '../core/loader.ts'
import type { Translate } from '../core/localize.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { noteAidsEn } from './note-aids.en.ts'
import { withCopied } from './note-draft.ts'
import type { NoteDraftController } from './note-draft-controller.ts'

interface LastNote {
  readonly note: Note
  readonly visitAt: string
}

/** The number of latest notes among which the author's last one is searched. */
const latestNotes = 20

/** Copies from the last signed note of the same clinician and patient, section by section. */
export class CopyForward {
  readonly #host: VisitElement
  readonly #t: Translate<typeof noteAidsEn>
  readonly #draftController: NoteDraftController
  /** Null if there is none. */
  readonly #last: Loader<LastNote | null>

  constructor(host: VisitElement, t: Translate<typeof noteAidsEn>, draftController: NoteDraftController) {
    this.#host = host
    this.#t = t
    this.#draftController = draftController
    this.#last = new Loader(host)
  }

  reset(): void {
    this.#last.reset()
  }

  async open(client: VisitClient, { id, patientId, practitionerId }: Note): Promise<void> {
    const last = await this.#last.run(async (signal) => {
      const { items } = await client.notes.ofPatient(patientId, { limit: latestNotes }, { signal }).page()
      const found = items.find(
        (one) =>
          one.id !== id &&
          one.practitionerId === practitionerId &&
          (one.status === 'signed' || one.status === 'addended'),
      )
      return found ? { note: await client.notes.get(found.id, { signal }), visitAt: found.visitAt } : null
    })
    if (last === null) this.#host.announce(this.#t('copyNone'))
  }

  #copy({ note, visitAt }: LastNote, code: string, heading: string, text: string): void {
    const { draft } = this.#draftController
    this.#draftController.change(withCopied(draft, code, text, { noteId: note.id, visitAt }))
    this.#host.announce(this.#t('copiedDone', { section: heading, date: this.#host.format.date(visitAt) }))
  }

  /** Next to the heading of a section: the origin of its text, and the button that copies. */
  mark(code: string, heading: string): unknown {
    const t = this.#t
    const { format } = this.#host
    const { draft } = this.#draftController
    const origin = draft.copied.get(code)
    const last = this.#last.value
    const text = last?.note.sections.find((one) => one.code === code)?.text
    return html`${
      origin
        ? html`<span class="small muted origin">${t('copied', { date: format.date(origin.visitAt) })}</span>`
        : nothing
    }${
      last && text && draft.sections.get(code) !== text
        ? html`<button
            class="btn quiet small"
            type="button"
            aria-label=${t('copySection', { section: heading, date: format.date(last.visitAt) })}
            @click=${() => this.#copy(last, code, heading, text)}
          >
            ${t('copyFrom', { date: format.date(last.visitAt) })}
          </button>`
        : nothing
    }`
  }

  /** Below the button: that there is no note, or why it could not be read. */
  status(retry: () => void): TemplateResult | typeof nothing {
    const { now } = this.#last
    if (now.state === 'failed') return html`${problemView(this.#host, now.problem, { retry })}`
    return now.state === 'ready' && now.value === null
      ? html`<p class="small muted">${this.#t('copyNone')}</p>`
      : nothing
  }
}
