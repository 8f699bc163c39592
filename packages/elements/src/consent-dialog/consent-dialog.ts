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
import { loadModule } from '../core/load-module.ts'
import { Loader } from '../core/loader.ts'
import { forgetForWhom, nameForWhom } from '../core/for-whom.ts'
import { patientPicker, resolvePatient, type ResolvedPatient } from '../core/patient-choice.ts'
import { problemView } from '../core/problem-view.ts'
import { bannerStyles } from '../core/styles/banner.ts'
import { buttonStyles } from '../core/styles/button.ts'
import { cardStyles } from '../core/styles/card.ts'
import { dialogStyles } from '../core/styles/dialog.ts'
import { fieldStyles } from '../core/styles/field.ts'
import { listStyles } from '../core/styles/list.ts'
import { skeletonStyles } from '../core/styles/skeleton.ts'
import { VisitElement } from '../core/visit-element.ts'
import { consentSkeleton } from './consent-skeleton.ts'
import { consentDialogMessages } from './consent-dialog.messages.ts'
import { consentDialogStyles } from './consent-dialog.styles.ts'
import { consentDone } from './consent-done.ts'
import { consentQuestion } from './consent-question.ts'
import { decisionBody } from './decision-body.ts'
import type { PartTwoPart } from './part-two-part.ts'
import { readRequirements, type RequiredConsents } from './read-requirements.ts'
import { ReadTracker } from './read-tracker.ts'
import { isFullName, signatureField } from './signature-field.ts'
import { unseenAlert } from './unseen-alert.ts'

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

/**
 * Requests every open consent for the given purposes, one text at a time: the full text, a signature, and two equal buttons. Opens as a
 * dialog when there is a decision to make; with `inline` it is part of the page.
 *
 * @fires visit-consent-decided - {CustomEvent<{ consentId, documentId, purpose, granted }>} One text was decided on.
 * @fires visit-consent-complete - {CustomEvent<{ patientId: string, granted: boolean }>} No decision is open; `granted` is true if all were
 *   granted. Also fires when nothing was open.
 * @fires visit-consent-postponed - {CustomEvent<{ patientId: string }>} The person closed the dialog without a decision. Nothing was saved.
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
    appointmentId: { attribute: 'appointment-id' },
    state: {},
    purposes: {},
    inline: { type: Boolean, reflect: true },
    signature: { state: true, attribute: false },
    tried: { state: true, attribute: false },
    closed: { state: true, attribute: false },
    chosen: { state: true, attribute: false },
  }
  static override restartOn = ['patientId', 'appointmentId', 'state', 'purposes', 'chosen']

  /** The patient who decides. Default: the only patient of the session. */
  declare patientId: string | undefined
  /** The visit to come. Where the law asks for consent at each visit, the patient is asked for this one. */
  declare appointmentId: string | undefined
  /** Where the patient says that they are now, two letters. Where the law wants a signature, a spoken yes does not count. */
  declare state: string | undefined
  /** The purposes, as codes separated by spaces: `telehealth-treatment recording`. */
  declare purposes: string
  /** Shows the element in the page instead of opening a dialog. */
  declare inline: boolean

  declare private signature: string
  /** True after "I agree" was pressed: faults are shown only then. */
  declare private tried: boolean
  declare private closed: boolean
  declare private chosen: string | undefined

  #t = this.language.bundle(consentDialogMessages)
  #required = new Loader<RequiredConsents | Extract<ResolvedPatient, { choose: unknown }>>(this)
  #sent = new Loader<Consent>(this)
  /** The telephone number of the clinic: a person who does not agree reads whom to call. */
  #clinic = new Loader<string>(this)
  /** Loaded when such a consent is asked for. */
  #partTwo: PartTwoPart | undefined
  #read = new ReadTracker(() => this.requestUpdate())
  /** Decisions in this dialog, by document. */
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

  /** Opens the dialog again after it was closed without a decision. */
  show(): void {
    this.closed = false
  }

  protected override start(client: VisitClient, signal: AbortSignal): void {
    this.#answers.clear()
    this.#prepare()
    this.#total = 0
    this.closed = false
    void this.#load(client, false)
    void this.#clinic.run(async () => (await this.connection?.organization())?.contact.phone ?? '')
    client.watch({ types: ['consent.changed'] }, () => !this.#sent.busy && void this.#load(client, true), { signal })
  }

  protected override wipe(): void {
    forgetForWhom(this)
    this.#required.reset()
    this.#sent.reset()
    this.#clinic.reset()
    this.#partTwo = undefined
    this.#answers.clear()
    this.#prepare()
  }

  async #load(client: VisitClient, quietly: boolean): Promise<void> {
    const before = this.#open?.document
    const required = await this.#required.run(
      async (signal) => {
        const patient = await resolvePatient(this.connection, this.patientId ?? this.chosen)
        if (patient.choose) return patient
        void nameForWhom(this, this.connection, patient.id)
        if (this.purposes.includes('part-two-'))
          this.#partTwo ??= await (await loadModule(import('./part-two-part.ts'))).loadPartTwo(this, this.connection)
        return readRequirements(client, patient.id, this, this.language.tag, signal)
      },
      { quietly },
    )
    if (!required || 'choose' in required) return
    const after = this.#open?.document
    if (before?.contentHash !== after?.contentHash) this.#prepare()
    if (!quietly) this.#total = this.#undecided.length
    if (!after) this.#complete(required)
  }

  get #requiredConsents(): RequiredConsents | null {
    const { value } = this.#required
    return value && 'items' in value ? value : null
  }

  /** Open decisions: not granted, and not decided in this dialog. */
  get #undecided(): readonly ConsentRequirement[] {
    return (this.#requiredConsents?.items ?? []).filter(
      ({ status, document }) => status !== 'granted' && !this.#answers.has(document.id),
    )
  }

  get #open(): ConsentRequirement | undefined {
    return this.#undecided[0]
  }

  #unseen(document: ConsentDocument): string | undefined {
    return document.sections.find(({ id, mandatory }) => mandatory && !this.#read.has(id))?.id
  }

  #complete({ patientId, items }: RequiredConsents): void {
    const granted = items.every(
      ({ status, document }) => status === 'granted' || this.#answers.get(document.id) === true,
    )
    emit(this, 'visit-consent-complete', { patientId, granted })
  }

  /** Resets for the next text: nothing read, nothing signed. */
  #prepare(): void {
    this.#read.reset()
    this.signature = ''
    this.#partTwo?.clear()
    this.tried = false
    this.#key = crypto.randomUUID()
    this.requestUpdate()
  }

  #agree = (event: Event): void => {
    event.preventDefault()
    const document = this.#open?.document
    if (!document) return
    this.tried = true
    const missing = this.#unseen(document)
      ? '#unseen-go'
      : (this.#partTwo?.missing(document) ?? (isFullName(this.signature) ? '' : '#signature'))
    if (missing) void moveFocus(this, missing)
    else void this.#decide(document, true)
  }

  async #decide(document: ConsentDocument, granted: boolean): Promise<void> {
    const [client, required] = [this.client, this.#requiredConsents]
    if (!client || !required || this.#sent.busy) return
    const { id, purpose, title } = document
    const body = decisionBody(
      document,
      granted ? this.signature : null,
      this.#read.seen,
      this.format.zone,
      this.appointmentId,
    )
    const idempotencyKey = `${this.#key}-${granted ? 'yes' : 'no'}`
    const consent = await this.#sent.run((signal) =>
      client.consents.decide(
        required.patientId,
        { ...body, ...(granted && this.#partTwo?.terms(document)) },
        { signal, idempotencyKey },
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
    const patientId = this.#requiredConsents?.patientId
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
    if (now.state !== 'ready') return this.inline ? consentSkeleton(this.#t) : nothing
    if ('choose' in now.value) {
      return this.#frame(
        patientPicker(this, now.value.choose, (patientId) => {
          this.chosen = patientId
        }),
      )
    }
    const open = this.#open
    if (open) return this.#frame(this.#question(open))
    return this.inline
      ? consentDone(this.#t, this.headingLevel, now.value.items, this.#answers, this.#clinic.value)
      : nothing
  }

  #frame(content: TemplateResult): unknown {
    if (this.inline) return html`<div class="page outer">${content}</div>`
    if (this.closed) return nothing
    return html`<dialog part="dialog" aria-labelledby="heading" @cancel=${this.#postpone}>${content}</dialog>`
  }

  #question(requirement: ConsentRequirement): TemplateResult {
    const { document } = requirement
    const total = this.#total
    const number = total - this.#undecided.length + 1
    return consentQuestion(this, this.#t, {
      requirement,
      phone: this.#clinic.value,
      progress: total > 1 ? this.#t('progress', { number, total }) : '',
      busy: this.#sent.busy,
      problem: this.#trouble(document),
      signature: signatureField(this.#t, this.signature, this.tried && !isFullName(this.signature), (name) => {
        this.signature = name
      }),
      choices: this.#partTwo?.render(document, this.tried),
      onAgree: this.#agree,
      onDecline: () => void this.#decide(document, false),
      onLater: this.#postpone,
    })
  }

  #trouble(document: ConsentDocument): unknown {
    if (this.#sent.problem) return problemView(this, this.#sent.problem, { texts: this.#t })
    const unseen = this.tried ? this.#unseen(document) : undefined
    return unseen ? unseenAlert(this.#t, () => this.#goToUnseen(unseen)) : nothing
  }
}
