import { html, nothing, type ReactiveController, type TemplateResult } from 'lit'
import type { PsychotherapyNote as Kept, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { Loader } from '../core/loader.ts'
import type { Translate } from '../core/localize.ts'
import { toProblem } from '../core/problem.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { psychotherapyNoteEn } from './psychotherapy-note.en.ts'
import { psychotherapyNoteMessages } from './psychotherapy-note.messages.ts'

/** What the server has: version 0 and no words before the first save. */
type BaseVersion = Pick<Kept, 'text' | 'version'> & Partial<Kept>

const emptyNote: BaseVersion = { text: '', version: 0 }

/**
 * A therapist's own notes of one session, apart from the record (45 CFR 164.501). They have a surface, a request and a save of their
 * own, are read only when the therapist opens them, because each reading is recorded, and are told to nobody: no event, no title, no
 * count. Few visits have them, so that this module is fetched for those alone.
 */
export class PsychotherapyNote implements ReactiveController {
  readonly #host: VisitElement
  readonly #client: VisitClient
  readonly #visitId: string
  readonly #t: Translate<typeof psychotherapyNoteEn>
  readonly #opening: Loader<BaseVersion>
  readonly #saving: Loader<BaseVersion>
  /** What stands in the field. */
  #text = ''

  constructor(host: VisitElement, client: VisitClient, visitId: string) {
    this.#host = host
    this.#client = client
    this.#visitId = visitId
    this.#t = host.language.bundle(psychotherapyNoteMessages)
    host.language.refresh()
    this.#opening = new Loader(host)
    this.#saving = new Loader(host)
    host.addController(this)
  }

  /** An element that is taken out of the page brings home what is typed. */
  hostDisconnected(): void {
    void this.#save()
  }

  /** Leaves no word behind, here or in the element. */
  reset(): void {
    this.#host.removeController(this)
    this.#shut()
  }

  get #isDirty(): boolean {
    return this.#text !== (this.#opening.value?.text ?? '')
  }

  async #open(): Promise<void> {
    const base = await this.#opening.run((signal) => this.#read(signal))
    if (!base) return
    this.#text = base.text
    this.#host.requestUpdate()
    await moveFocus(this.#host, '#psychotherapy-note')
  }

  /** Nothing there and not allowed are one answer; which it is, the first save tells. */
  async #read(signal?: AbortSignal): Promise<BaseVersion> {
    try {
      return await this.#client.notes.psychotherapy(this.#visitId, signal && { signal })
    } catch (error) {
      if (toProblem(error).status === 404) return emptyNote
      throw error
    }
  }

  async #save(): Promise<void> {
    const base = this.#opening.value
    const text = this.#text
    if (!base || !this.#isDirty || this.#saving.busy) return
    const saved = await this.#saving.run(() => this.#send(base, text))
    if (!saved || this.#opening.value !== base) return
    this.#opening.set(saved)
    this.#host.announce(this.#t('savedDone'))
  }

  /** When an answer was lost, the same words are already there: that is no conflict. */
  async #send({ version }: BaseVersion, text: string): Promise<BaseVersion> {
    try {
      return await this.#client.notes.savePsychotherapy(this.#visitId, { text, version })
    } catch (error) {
      if (toProblem(error).code !== 'version_conflict') throw error
      const there = await this.#read()
      if (there.text !== text) throw error
      return there
    }
  }

  #shut(): void {
    this.#text = ''
    this.#opening.reset()
    this.#saving.reset()
  }

  async #close(): Promise<void> {
    this.#shut()
    await moveFocus(this.#host, '#psychotherapy')
  }

  #field({ savedAt }: BaseVersion): TemplateResult {
    const t = this.#t
    const { busy, problem } = this.#saving
    const isDirty = this.#isDirty
    return html`<div class="field">
        <label for="psychotherapy-note">${t('label')}</label>
        <textarea
          id="psychotherapy-note"
          dir="auto"
          rows="6"
          maxlength="20000"
          autocomplete="off"
          aria-describedby="psychotherapy-about psychotherapy-state"
          .value=${this.#text}
          @input=${(event: Event) => {
            this.#text = (event.target as HTMLTextAreaElement).value
            this.#host.requestUpdate()
          }}
        ></textarea>
      </div>
      ${problem ? problemView(this.#host, problem, { texts: t }) : nothing}
      <div class="row wrap">
        <button
          class="btn small"
          type="button"
          aria-disabled=${busy || !isDirty ? 'true' : nothing}
          @click=${() => void this.#save()}
        >
          ${t(busy ? 'saving' : 'save')}
        </button>
        <button class="btn quiet small" type="button" @click=${() => void this.#close()}>
          ${t(isDirty ? 'discard' : 'close')}
        </button>
        <p class="small muted num" id="psychotherapy-state">
          ${isDirty ? t('dirty') : savedAt ? t('saved', { time: this.#host.format.moment(savedAt) }) : t('nothingYet')}
        </p>
      </div>`
  }

  render(): TemplateResult {
    const t = this.#t
    const { now } = this.#opening
    return html`<section class="card part psychotherapy" aria-labelledby="psychotherapy">
      <div class="row between wrap">
        <h2 id="psychotherapy" tabindex="-1">${t('heading')}</h2>
        <span class="chip none">${t('onlyYou')}</span>
      </div>
      <p class="small muted" id="psychotherapy-about">${t('about')}</p>
      ${
        now.state === 'ready'
          ? this.#field(now.value)
          : html`${now.state === 'failed' ? problemView(this.#host, now.problem, { texts: t }) : nothing}
              <div>
                <button
                  class="btn small"
                  type="button"
                  aria-expanded="false"
                  aria-disabled=${now.state === 'loading' ? 'true' : nothing}
                  @click=${() => now.state !== 'loading' && void this.#open()}
                >
                  ${t(now.state === 'loading' ? 'opening' : 'open')}
                </button>
              </div>`
      }
    </section>`
  }
}
