import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit'
import type { Consent, ConsentDocument, ConsentPurpose, ConsentRequirement, VisitClient } from '@visitkit/sdk'
import { emit } from '../core/emit.ts'
import { moveFocus } from '../core/focus.ts'
import { iconDownload } from '../core/icons.ts'
import { Loader } from '../core/loader.ts'
import { patientPicker, whichPatient, type PatientAnswer } from '../core/patient-choice.ts'
import { problemView } from '../core/problem-view.ts'
import { saveFile } from '../core/save-file.ts'
import { bannerStyles } from '../core/styles/banner.ts'
import { buttonStyles } from '../core/styles/button.ts'
import { cardStyles } from '../core/styles/card.ts'
import { dialogStyles } from '../core/styles/dialog.ts'
import { fieldStyles } from '../core/styles/field.ts'
import { listStyles } from '../core/styles/list.ts'
import { skeletonStyles } from '../core/styles/skeleton.ts'
import { VisitElement } from '../core/visit-element.ts'
import { consentDialogMessages } from './consent-dialog.messages.ts'
import { consentDialogStyles } from './consent-dialog.styles.ts'
import { consentText, consentTextFile } from './consent-text.ts'
import { ReadTracker } from './read-tracker.ts'

declare global {
  interface HTMLElementEventMap {
    'visit-consent-decided': CustomEvent<{
      consentId: string
      documentId: string
      purpose: ConsentPurpose
      granted: boolean
    }>
    'visit-consent-complete': CustomEvent<{ patientId: string; granted: boolean }>
    'visit-consent-postponed': CustomEvent<{ patientId: string }>
  }
}

interface Required {
  readonly patientId: string
  readonly items: readonly ConsentRequirement[]
}

/**
 * Asks for every consent that is still open for the given purposes, one text at a time: the whole text, a signature, and two
 * equal answers. Opens as a dialog as soon as there is something to decide; with `inline` it stands in the page.
 *
 * @fires visit-consent-decided - {CustomEvent<{ consentId, documentId, purpose, granted }>} One text was decided on.
 * @fires visit-consent-complete - {CustomEvent<{ patientId: string, granted: boolean }>} Nothing is left to decide; `granted` says whether all were agreed to. Also fires when nothing was open.
 * @fires visit-consent-postponed - {CustomEvent<{ patientId: string }>} The person closed the dialog without an answer. Nothing was saved.
 * @csspart dialog - The dialog.
 * @csspart heading - The title of the text.
 * @csspart text - The text with its sections.
 * @cssproperty --visit-dialog-width - Width of the dialog where there is room.
 * @cssproperty --visit-dialog-background - Its background.
 */
export class VisitConsentDialog extends VisitElement {
  static override styles: CSSResultGroup = [
    VisitElement.styles,
    bannerStyles,
    buttonStyles,
    cardStyles,
    dialogStyles,
    fieldStyles,
    listStyles,
    skeletonStyles,
    consentDialogStyles,
  ]
  static override properties: PropertyDeclarations = {
    patientId: { attribute: 'patient-id' },
    purposes: {},
    inline: { type: Boolean, reflect: true },
    signature: { state: true, attribute: false },
    tried: { state: true, attribute: false },
    closed: { state: true, attribute: false },
    chosen: { state: true, attribute: false },
  }
  static override restartOn = ['patientId', 'purposes', 'chosen']

  /** Who decides; the only patient of the session when left out. */
  declare patientId: string | undefined
  /** What for, as codes with spaces between them: `telehealth-treatment recording`. */
  declare purposes: string
  /** Stands in the page instead of opening as a dialog. */
  declare inline: boolean

  declare private signature: string
  /** Set once "I agree" was pressed: only then are mistakes pointed out. */
  declare private tried: boolean
  declare private closed: boolean
  declare private chosen: string | undefined

  #t = this.language.bundle(consentDialogMessages)
  #required = new Loader<Required | Extract<PatientAnswer, { choose: unknown }>>(this)
  #sent = new Loader<Consent>(this)
  #read = new ReadTracker(() => this.requestUpdate())
  /** Answers of this sitting, by document. */
  #answers = new Map<string, boolean>()
  #total = 0
  #key = ''

  constructor() {
    super()
    this.purposes = 'telehealth-treatment'
    this.inline = false
    this.signature = ''
    this.tried = false
    this.closed = false
  }

  /** Opens the dialog again after it was closed without an answer. */
  show(): void {
    this.closed = false
  }

  protected override start(client: VisitClient, signal: AbortSignal): void {
    this.#answers.clear()
    this.#prepare()
    this.#total = 0
    this.closed = false
    void this.#load(client, false)
    client.watch({ types: ['consent.changed'] }, () => !this.#sent.busy && void this.#load(client, true), { signal })
  }

  protected override wipe(): void {
    this.#required.reset()
    this.#sent.reset()
    this.#answers.clear()
    this.#prepare()
  }

  async #load(client: VisitClient, quietly: boolean): Promise<void> {
    const before = this.#open?.document
    const required = await this.#required.run(
      async (signal) => {
        const patient = await whichPatient(this.connection, this.patientId ?? this.chosen)
        if ('choose' in patient) return patient
        const patientId = patient.id
        const purposes = this.purposes.split(/\s+/).filter(Boolean) as ConsentPurpose[]
        const query = { purposes, language: this.language.tag }
        const { items } = await client.consents.requirements(patientId, query, { signal })
        return { patientId, items }
      },
      { quietly },
    )
    if (!required || 'choose' in required) return
    const after = this.#open?.document
    if (before?.contentHash !== after?.contentHash) this.#prepare()
    if (!quietly) this.#total = this.#undecided.length
    if (!after) this.#complete(required)
  }

  get #asked(): Required | null {
    const { value } = this.#required
    return value && 'items' in value ? value : null
  }

  /** Asked in this sitting: not agreed to, and not answered a moment ago. */
  get #undecided(): readonly ConsentRequirement[] {
    return (this.#asked?.items ?? []).filter(
      ({ status, document }) => status !== 'granted' && !this.#answers.has(document.id),
    )
  }

  get #open(): ConsentRequirement | undefined {
    return this.#undecided[0]
  }

  #unseen(document: ConsentDocument): string | undefined {
    return document.sections.find(({ id, mandatory }) => mandatory && !this.#read.has(id))?.id
  }

  #complete({ patientId, items }: Required): void {
    const granted = items.every(
      ({ status, document }) => status === 'granted' || this.#answers.get(document.id) === true,
    )
    emit(this, 'visit-consent-complete', { patientId, granted })
  }

  /** For the next text: nothing read, nothing signed. */
  #prepare(): void {
    this.#read.reset()
    this.signature = ''
    this.tried = false
    this.#key = crypto.randomUUID()
    this.requestUpdate()
  }

  #agree = (event: Event): void => {
    event.preventDefault()
    const document = this.#open?.document
    if (!document) return
    this.tried = true
    if (this.#unseen(document)) void moveFocus(this, '#unseen-go')
    else if (!signed(this.signature)) void moveFocus(this, '#signature')
    else void this.#decide(document, true)
  }

  async #decide(document: ConsentDocument, granted: boolean): Promise<void> {
    const [client, required] = [this.client, this.#asked]
    if (!client || !required || this.#sent.busy) return
    const { id, version, language, contentHash, purpose, title } = document
    const consent = await this.#sent.run((signal) =>
      client.consents.decide(
        required.patientId,
        {
          documentId: id,
          version,
          language,
          contentHash,
          decision: granted ? 'granted' : 'declined',
          sectionsSeen: [...this.#read.seen],
          zone: this.format.zone,
          ...(granted ? { signature: { kind: 'typed' as const, name: this.signature.trim() } } : {}),
        },
        { signal, idempotencyKey: `${this.#key}-${granted ? 'yes' : 'no'}` },
      ),
    )
    if (!consent) {
      if (this.#sent.problem?.code === 'document_changed') void this.#load(client, true)
      return
    }
    this.#answers.set(id, granted)
    this.#prepare()
    this.announce(this.#t(granted ? 'granted' : 'declined', { title }))
    emit(this, 'visit-consent-decided', { consentId: consent.id, documentId: id, purpose, granted })
    if (this.#open) void moveFocus(this, '#heading')
    else {
      this.#complete(required)
      if (this.inline) void moveFocus(this, '#heading')
    }
  }

  #goToUnseen(section: string): void {
    this.#read.mark(section)
    void moveFocus(this, `[data-start="${section}"]`)
  }

  #postpone = (event: Event): void => {
    event.preventDefault()
    this.closed = true
    const patientId = this.#asked?.patientId
    if (patientId) emit(this, 'visit-consent-postponed', { patientId })
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    const dialog = this.renderRoot.querySelector('dialog')
    if (dialog && !dialog.open) dialog.showModal()
    this.#read.watch([...this.renderRoot.querySelectorAll('[data-section]')])
  }

  protected override render(): unknown {
    const { now } = this.#required
    if (now.state === 'failed') {
      return this.#frame(
        html`<div class="pad">
          ${problemView(this, now.problem, { texts: this.#t, retry: () => this.startAgain() })}
        </div>`,
      )
    }
    if (now.state !== 'ready') return this.inline ? this.#skeleton() : nothing
    if ('choose' in now.value) {
      return this.#frame(
        patientPicker(this, now.value.choose, (patientId) => {
          this.chosen = patientId
        }),
      )
    }
    const open = this.#open
    if (open) return this.#frame(this.#question(open))
    return this.inline ? this.#done(now.value) : nothing
  }

  #frame(content: TemplateResult): unknown {
    if (this.inline) return html`<div class="page outer">${content}</div>`
    if (this.closed) return nothing
    return html`<dialog part="dialog" aria-labelledby="heading" @cancel=${this.#postpone}>${content}</dialog>`
  }

  #question({ document, because }: ConsentRequirement): TemplateResult {
    const t = this.#t
    const number = this.#total - this.#undecided.length + 1
    const note = because && t.maybe(`because_${because}`)
    const foreign = document.language.split('-')[0] !== this.language.tag.split('-')[0]
    return html`<form class="form" novalidate @submit=${this.#agree}>
      <div class="body pad stack">
        <div class="tight">
          ${this.#total > 1 ? html`<p class="small muted num">${t('progress', { number, total: this.#total })}</p>` : nothing}
          <h2
            id="heading"
            part="heading"
            tabindex="-1"
            autofocus
            aria-level=${this.headingLevel}
            lang=${document.language}
          >
            ${document.title}
          </h2>
          ${note ? html`<p class="muted">${note}</p>` : nothing}
          ${foreign ? html`<p class="muted">${t('otherLanguage', { language: this.format.languageName(document.language) })}</p>` : nothing}
        </div>
        ${consentText(document, t('text'), this.headingLevel + 1)}
        <div>
          <button
            class="btn quiet small start"
            type="button"
            @click=${() => saveFile(consentTextFile(document), `${document.purpose}.txt`)}
          >
            ${iconDownload} ${t('save')}
          </button>
        </div>
        ${this.#signature()}
        <p class="small muted">${t('declineHint')}</p>
      </div>
      <div class="foot stack">${this.#trouble(document)} ${this.#buttons(document)}</div>
    </form>`
  }

  #signature(): TemplateResult {
    const t = this.#t
    const missing = this.tried && !signed(this.signature)
    return html`<div class="field">
      <label for="signature">${t('sign')}</label>
      <p class="hint" id="signature-hint">${t('signHint')}</p>
      ${missing ? html`<p class="error" id="signature-error">${t('signMissing')}</p>` : nothing}
      <input
        id="signature"
        type="text"
        autocomplete="name"
        dir="auto"
        spellcheck="false"
        maxlength="120"
        aria-required="true"
        aria-invalid=${missing ? 'true' : nothing}
        aria-describedby=${missing ? 'signature-hint signature-error' : 'signature-hint'}
        .value=${this.signature}
        @input=${(event: Event) => (this.signature = (event.target as HTMLInputElement).value)}
      />
    </div>`
  }

  #trouble(document: ConsentDocument): unknown {
    if (this.#sent.problem) return problemView(this, this.#sent.problem, { texts: this.#t })
    const unseen = this.tried ? this.#unseen(document) : undefined
    if (!unseen) return nothing
    return html`<div class="row between wrap" role="alert">
      <p class="error">${this.#t('unseen')}</p>
      <button class="btn small" id="unseen-go" type="button" @click=${() => this.#goToUnseen(unseen)}>
        ${this.#t('unseenGo')}
      </button>
    </div>`
  }

  #buttons(document: ConsentDocument): TemplateResult {
    const [t, busy] = [this.#t, this.#sent.busy ? 'true' : nothing]
    return html`<div class="row wrap answers">
      <button class="btn primary" type="submit" aria-disabled=${busy}>
        ${t(this.#sent.busy ? 'saving' : 'agree')}
      </button>
      <button class="btn" type="button" aria-disabled=${busy} @click=${() => this.#decide(document, false)}>
        ${t('decline')}
      </button>
      ${this.inline ? nothing : html`<button class="btn quiet later" type="button" @click=${this.#postpone}>${t('later')}</button>`}
    </div>`
  }

  #done({ items }: Required): TemplateResult {
    const t = this.#t
    const answered = items.filter(({ document }) => this.#answers.has(document.id))
    const declined = answered.some(({ document }) => !this.#answers.get(document.id))
    const [heading, text] =
      answered.length === 0
        ? (['nothingHeading', 'nothingText'] as const)
        : declined
          ? (['doneDeclined', 'doneDeclinedText'] as const)
          : (['doneHeading', 'doneText'] as const)
    return html`<div class="page outer stack">
      <h2 id="heading" part="heading" tabindex="-1" aria-level=${this.headingLevel}>${t(heading)}</h2>
      <p>${t(text)}</p>
      ${
        answered.length
          ? html`<ul class="tight">
              ${answered.map(({ document: { id, title } }) => html`<li>${t(this.#answers.get(id) ? 'granted' : 'declined', { title })}</li>`)}
            </ul>`
          : nothing
      }
    </div>`
  }

  #skeleton(): TemplateResult {
    return html`<div class="page outer stack" aria-busy="true">
      <p class="unseen" role="status">${this.#t('loading')}</p>
      <span class="bone title half"></span>
      ${[1, 2, 3].map(() => html`<span class="bone"></span><span class="bone half"></span>`)}
    </div>`
  }
}

/** A first and a last name, or the one name that some people have. */
const signed = (name: string): boolean => name.trim().length >= 2
