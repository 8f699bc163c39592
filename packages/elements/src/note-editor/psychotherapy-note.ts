import { html, nothing, type ReactiveController, type TemplateResult } from 'lit'
import type { OwnNoteKind, PsychotherapyNote as Kept, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { guardLeaving } from '../core/leave-guard.ts'
import { Loader } from '../core/loader.ts'
import type { Translate } from '../core/localize.ts'
import { toProblem } from '../core/problem.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { psychotherapyNoteEn } from './psychotherapy-note.en.ts'
import { psychotherapyNoteMessages } from './psychotherapy-note.messages.ts'

/** The server's version: version 0 without text before the first save. */
type BaseVersion = Pick<Kept, 'text' | 'version'> & Partial<Kept>

const emptyNote: BaseVersion = { text: '', version: 0 }

/** Milliseconds without input after which the text is saved: the session may end while the therapist thinks. */
const saveDelayMs = 1500

/**
 * A therapist's psychotherapy notes of one session (45 CFR 164.501), or a counselor's notes of a visit about substance use (42 CFR 2.11), kept
 * separately from the record. They have their own surface, requests and saves. They are read only when the therapist opens them, because each read is recorded. No event, title or count reveals them. Few
 * visits have them, so this module is loaded only for those.
 */
export class PsychotherapyNote implements ReactiveController {
  readonly #host: VisitElement
  readonly #client: VisitClient
  readonly #visitId: string
  readonly #kind: OwnNoteKind
  readonly #t: Translate<typeof psychotherapyNoteEn>
  readonly #opening: Loader<BaseVersion>
  readonly #saving: Loader<BaseVersion>
  /** The text in the field. */
  #text = ''
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(host: VisitElement, client: VisitClient, visitId: string, kind: OwnNoteKind) {
    this.#host = host
    this.#client = client
    this.#visitId = visitId
    this.#kind = kind
    this.#t = host.language.bundle(psychotherapyNoteMessages)
    host.language.refresh()
    this.#opening = new Loader(host)
    this.#saving = new Loader(host)
    host.addController(this)
    guardLeaving(host, () => this.#isDirty)
  }

  /** Saves pending input when the element is disconnected. */
  hostDisconnected(): void {
    void this.#save()
  }

  /** Clears all data, here and in the element. */
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

  /** A missing note and a missing permission have the same response; the first save shows which it is. */
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
    clearTimeout(this.#timer)
    if (!base || !this.#isDirty || this.#saving.busy) return
    const saved = await this.#saving.run(() => this.#send(base, text))
    if (!saved || this.#opening.value !== base) return
    this.#opening.set(saved)
    this.#host.announce(this.#t('savedDone'))
  }

  /** After a lost response the server already has the same text: that is no conflict. */
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
    clearTimeout(this.#timer)
    this.#text = ''
    this.#opening.reset()
    this.#saving.reset()
  }

  async #close(): Promise<void> {
    this.#shut()
    await moveFocus(this.#host, '#psychotherapy')
  }

  /** To whom the author may give these notes, and what has to go with them (42 CFR 2.31(b), 2.32). */
  #passingOn({ consent }: BaseVersion): TemplateResult {
    const t = this.#t
    if (!consent) return html`<p class="small" id="psychotherapy-consent">${t('notShared')}</p>`
    const signed = this.#host.format.moment(consent.signedAt)
    return html`<div id="psychotherapy-consent">
      <p class="small">${t('shared', { time: signed })}</p>
      <blockquote class="small" lang="en" dir="ltr">${consent.scope} ${consent.notice}</blockquote>
    </div>`
  }

  #field(base: BaseVersion): TemplateResult {
    const { savedAt } = base
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
            clearTimeout(this.#timer)
            this.#timer = setTimeout(() => void this.#save(), saveDelayMs)
            this.#host.requestUpdate()
          }}
        ></textarea>
      </div>
      ${this.#kind === 'substance-use-counseling' && savedAt ? this.#passingOn(base) : nothing}
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
        <h2 id="psychotherapy" tabindex="-1">${t(`heading_${this.#kind}`)}</h2>
        <span class="chip none">${t('onlyYou')}</span>
      </div>
      <p class="small muted" id="psychotherapy-about">${t(`about_${this.#kind}`)}</p>
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
