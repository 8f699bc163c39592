import { html, type TemplateResult } from 'lit'
import type { Note, NoteTemplateSection, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { LazyPart } from '../core/lazy-part.ts'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import { saveFile } from '../core/save-file.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { addendumForm } from './addendum-form.ts'
import type { NoteSigning } from './note-signing.ts'
import type { NoteEditorTranslate } from './note-view.ts'
import { signedActions } from './signed-actions.ts'
import { signedNote } from './signed-note.ts'
import type { VitalCorrections } from './vital-corrections.ts'

/** The note after signing: its text, its PDF, and the remaining actions. */
export class SignedPage {
  readonly #host: VisitElement
  readonly #t: NoteEditorTranslate
  readonly #signing: NoteSigning
  readonly #names: ReadonlyMap<string, string>
  readonly #pdf: Loader<Blob>
  readonly #vitals: LazyPart<VitalCorrections>

  /**
   * @param names - Names of services, by code.
   * @param corrected - Applies the note as the server has it now.
   */
  constructor(
    host: VisitElement,
    t: NoteEditorTranslate,
    signing: NoteSigning,
    names: ReadonlyMap<string, string>,
    corrected: (note: Note) => void,
  ) {
    this.#host = host
    this.#t = t
    this.#signing = signing
    this.#names = names
    this.#pdf = new Loader(host)
    this.#vitals = new LazyPart(host, () =>
      import('./vital-corrections.ts').then(({ VitalCorrections: Part }) => new Part(host, t, corrected)),
    )
  }

  get fetchesPdf(): boolean {
    return this.#pdf.busy
  }

  reset(): void {
    this.#pdf.reset()
    this.#vitals.value?.reset()
  }

  /** Loads what is needed to correct measurements. Without it they can be read. */
  open(): void {
    void this.#vitals.fetch()
  }

  async download(client: VisitClient | null, { id }: Note): Promise<void> {
    if (!client || this.#pdf.busy) return
    const file = await this.#pdf.run((signal) => client.notes.pdf(id, { signal }))
    this.#pdf.reset()
    if (file) saveFile(file, this.#t('pdfName'))
  }

  #actions(client: VisitClient | null, note: Note, memberId: string, supervisorId: string | undefined): TemplateResult {
    const t = this.#t
    const { busy, problem } = this.#signing.signature
    const isAwaiting = note.status === 'awaiting-cosign'
    const problems = [problem, this.#pdf.problem].filter((one) => one !== undefined)
    return signedActions({
      t,
      problems: problems.map((one) => problemView(this.#host, one, { texts: t })),
      mayCosign: isAwaiting && note.supervisor?.memberId === memberId,
      mayChangeSupervisor:
        isAwaiting && supervisorId !== undefined && ![note.supervisor?.memberId, memberId].includes(supervisorId),
      busy,
      onCosign: () => void (client && this.#signing.cosign(client, note)),
      onChangeSupervisor: () =>
        void (client && supervisorId && this.#signing.nameSupervisor(client, note, supervisorId)),
      onAdd: () => {
        this.#signing.showAddendum(true)
        void moveFocus(this.#host, '#addendum')
      },
    })
  }

  #addition(client: VisitClient | null, note: Note, text: string): TemplateResult {
    const t = this.#t
    const { busy, problem } = this.#signing.addition
    return addendumForm({
      t,
      text,
      busy,
      problem: problem ? problemView(this.#host, problem, { texts: t }) : null,
      onInput: (typed) => this.#signing.writeAddendum(typed),
      onSign: () => void (client && this.#signing.addend(client, note)),
      onCancel: () => {
        this.#signing.showAddendum(false)
        void moveFocus(this.#host, '#note-heading')
      },
    })
  }

  /**
   * @param memberId - The reader.
   * @param supervisorId - The co-signer that the page sets.
   */
  render(
    client: VisitClient | null,
    note: Note,
    sections: readonly NoteTemplateSection[],
    memberId: string,
    supervisorId: string | undefined,
  ): TemplateResult {
    const { addendum } = this.#signing
    const vitals = this.#vitals.value?.render(client, note) ?? null
    return html`${signedNote({ t: this.#t, format: this.#host.format, note, sections, names: this.#names, vitals })}
    ${addendum === null ? this.#actions(client, note, memberId, supervisorId) : this.#addition(client, note, addendum)}`
  }
}
