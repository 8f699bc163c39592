import { html, nothing, type TemplateResult } from 'lit'
import type { Attachment, VisitClient } from '@visitkit/sdk'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { FilesTranslate } from './file-buttons.ts'
import { filesMessages } from './files.messages.ts'

const maxFiles = 5

/** Where files are added: to messages about a patient, or to those of a visit. */
export type FilesOf = { readonly patientId: string } | { readonly visitId: string }

export interface AddedFilesView {
  readonly client: VisitClient
  readonly of: FilesOf
  /** The message is being sent. */
  readonly isSending: boolean
  /** The message was to be sent before a file was there. */
  readonly isMissing: boolean
}

/** The files of a message that is being written. They are uploaded as they are added, and are not kept with its text. */
export class AddedFiles {
  readonly t: FilesTranslate
  readonly #host: VisitElement
  readonly #changed: () => void
  readonly #adding: Loader<Attachment>
  #files: readonly Attachment[] = []

  /** @param changed - Called when a file was added or removed, or could not be added. */
  constructor(host: VisitElement, changed: () => void) {
    this.#host = host
    this.#changed = changed
    this.t = host.language.bundle(filesMessages)
    host.language.refresh()
    this.#adding = new Loader(host)
  }

  get ids(): string[] {
    return this.#files.map(({ id }) => id)
  }

  get isAdding(): boolean {
    return this.#adding.busy
  }

  /** Those that are added, and the one that is being added. */
  get hasAny(): boolean {
    return this.#files.length > 0 || this.#adding.busy
  }

  reset(): void {
    this.#adding.reset()
    this.#files = []
  }

  async #add({ client, of }: AddedFilesView, input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? []
    if (!file || this.#adding.busy) return
    this.#host.announce(this.t('attaching'))
    const adding = this.#adding.run((signal) =>
      'visitId' in of
        ? client.attachments.addInVisit(of.visitId, file, { signal })
        : client.attachments.add(of.patientId, file, { signal }),
    )
    // The field is shared with other messages, and the same file may be chosen again.
    input.value = ''
    const added = await adding
    if (added) this.#files = [...this.#files, added]
    this.#changed()
  }

  #list(): TemplateResult {
    const { t } = this
    return html`<ul class="files">
      ${this.#files.map(
        ({ id, kind }, index) =>
          html`<li class="row between note">
            <span>${t('attached', { number: index + 1, kind: t(`kind_${kind}`) })}</span>
            <button
              class="btn quiet small"
              type="button"
              @click=${() => {
                this.#files = this.#files.filter((file) => file.id !== id)
                this.#changed()
              }}
            >
              ${t('remove', { number: index + 1 })}
            </button>
          </li>`,
      )}
    </ul>`
  }

  view(view: AddedFilesView): TemplateResult {
    const { t } = this
    return html`<div class="tight">
      ${this.#files.length === 0 ? nothing : this.#list()}
      ${this.hasAny ? html`<p class="hint">${t('filesNotKept')}</p>` : nothing}
      ${this.#files.length >= maxFiles ? html`<p class="hint">${t('attachFull')}</p>` : this.#choose(view)}
      ${this.#adding.problem ? problemView(this.#host, this.#adding.problem, { texts: t }) : nothing}
    </div>`
  }

  /** A custom button, because the label of the browser's button is in the browser's language, not the page's. */
  #choose(view: AddedFilesView): TemplateResult {
    const { t } = this
    const adding = this.#adding.busy
    const busy = adding || view.isSending
    return html`<div>
        <button
          class="btn"
          type="button"
          id="file"
          aria-describedby=${view.isMissing ? 'file-error file-hint' : 'file-hint'}
          aria-disabled=${busy ? 'true' : nothing}
          @click=${({ currentTarget }: Event) => {
            const input = (currentTarget as HTMLElement).nextElementSibling as HTMLInputElement
            if (!busy) input.click()
          }}
        >
          ${t(adding ? 'attaching' : 'attach')}
        </button>
        <input
          type="file"
          hidden
          accept="image/jpeg,image/png,image/webp,application/pdf"
          @change=${(event: Event) => void this.#add(view, event.target as HTMLInputElement)}
        />
      </div>
      ${view.isMissing ? html`<p class="error" id="file-error" role="alert">${t('fileMissing')}</p>` : nothing}
      <p class="hint" id="file-hint">${t('attachHint')}</p>`
  }
}
