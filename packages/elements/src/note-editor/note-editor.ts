import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit'
import type { DiagnosisCode, Note, NoteService, NoteTemplate, ServiceCode, Vital, VisitClient } from '@visitkit/sdk'
import { emit } from '../core/emit.ts'
import { moveFocus } from '../core/focus.ts'
import { Loader } from '../core/loader.ts'
import { problemText, problemView } from '../core/problem-view.ts'
import { saveFile } from '../core/save-file.ts'
import { SearchBox } from '../core/search-box.ts'
import { bannerStyles } from '../core/styles/banner.ts'
import { buttonStyles } from '../core/styles/button.ts'
import { cardStyles } from '../core/styles/card.ts'
import { chipStyles } from '../core/styles/chip.ts'
import { denseStyles } from '../core/styles/dense.ts'
import { fieldStyles } from '../core/styles/field.ts'
import { searchBoxStyles } from '../core/styles/search-box.ts'
import { skeletonStyles } from '../core/styles/skeleton.ts'
import { VisitElement } from '../core/visit-element.ts'
import { addendumForm } from './addendum-form.ts'
import type * as ConflictPanel from './conflict-panel.ts'
import { diagnosisFields } from './diagnosis-fields.ts'
import type * as HistoryPanel from './history-panel.ts'
import type { DraftPart, Side } from './merge-drafts.ts'
import * as change from './note-draft.ts'
import { noteEditorMessages } from './note-editor.messages.ts'
import { noteEditorStyles } from './note-editor.styles.ts'
import { noteHead } from './note-head.ts'
import { NoteHistory } from './note-history.ts'
import { NoteKeeper, type Conflict, type KeeperState } from './note-keeper.ts'
import { serviceNames } from './note-names.ts'
import { NoteSigning } from './note-signing.ts'
import type { PsychotherapyNote } from './psychotherapy-note.ts'
import { sectionFields } from './section-fields.ts'
import { serviceFields } from './service-fields.ts'
import { signedActions } from './signed-actions.ts'
import { signedNote } from './signed-note.ts'
import { signingBar } from './signing-bar.ts'
import { stillMissing } from './still-missing.ts'
import { vitalFields } from './vital-fields.ts'
import { readVital, type VitalSign } from './vital-signs.ts'

declare global {
  interface HTMLElementEventMap {
    'visit-note-saved': CustomEvent<{ noteId: string; version: number }>
    'visit-note-signed': CustomEvent<{ noteId: string; visitId: string }>
  }
}

/** Milliseconds for which news of a change is taken for our own. */
const ownEcho = 2000

interface Opened {
  readonly templates: readonly NoteTemplate[]
  /** The member who reads; empty when unknown. */
  readonly memberId: string
}

/**
 * The note of a visit, from the first word to the signature and what is added later. Saves by itself while it is written.
 *
 * @fires visit-note-saved - {CustomEvent<{ noteId: string, version: number }>} The server has taken the draft.
 * @fires visit-note-signed - {CustomEvent<{ noteId: string, visitId: string }>} The note is signed, or co-signed.
 * @csspart heading - The heading.
 */
export class VisitNoteEditor extends VisitElement {
  static override styles: CSSResultGroup = [
    VisitElement.styles,
    bannerStyles,
    buttonStyles,
    cardStyles,
    chipStyles,
    fieldStyles,
    searchBoxStyles,
    skeletonStyles,
    denseStyles,
    noteEditorStyles,
  ]
  static override properties: PropertyDeclarations = {
    visitId: { attribute: 'visit-id' },
    supervisorId: { attribute: 'supervisor-id' },
  }
  static override restartOn = ['visitId']

  /** Which visit's note. */
  declare visitId: string
  /** The member who has to co-sign; left out, the author's signature is enough. */
  declare supervisorId: string | undefined

  #t = this.language.bundle(noteEditorMessages)
  #opened = new Loader<Opened>(this)
  #signing = new NoteSigning(this, (note, what) => this.#signed(note, what))
  #pdf = new Loader<Blob>(this)
  #history = new NoteHistory(this)
  #keeper = new NoteKeeper(this, ({ id, version }) => {
    this.#savedAt = Date.now()
    emit(this, 'visit-note-saved', { noteId: id, version })
  })
  #diagnoses = new SearchBox<DiagnosisCode>(this, {
    find: async (search, signal) => (await this.client?.notes.diagnosisCodes({ search }, { signal }))?.items ?? [],
    picked: (code) => this.#write(change.withDiagnosis(this.#keeper.draft, code)),
  })
  #services = new SearchBox<ServiceCode>(this, {
    find: async (search, signal) => (await this.client?.fees.serviceCodes({ search }, { signal }))?.items ?? [],
    picked: (service) => {
      this.#names.set(service.code, service.name)
      this.#write(change.withService(this.#keeper.draft, service))
    },
  })
  #names = new Map<string, string>()
  /** What stands in the fields of vital signs, by LOINC. */
  #typed = new Map<string, string>()
  #sides = new Map<DraftPart, Side>()
  #isComparing = false
  /** Milliseconds since 1970. */
  #savedAt = 0
  #told: KeeperState = 'clean'
  #apart: PsychotherapyNote | null = null
  #seldom: (typeof ConflictPanel & typeof HistoryPanel) | null = null

  constructor() {
    super()
    this.visitId = ''
    this.addEventListener('focusout', () => void this.#keeper.flush())
  }

  protected override start(client: VisitClient, signal: AbortSignal): void {
    if (!this.visitId) return
    void this.#open(client, signal)
    client.watch({ types: ['note.changed'], ids: { visitId: this.visitId } }, () => void this.#heard(client, signal), {
      signal,
    })
  }

  async #open(client: VisitClient, signal: AbortSignal): Promise<void> {
    const { visitId } = this
    // An element that is moved about the page, or tries again, first brings home what is typed.
    await this.#keeper.flush()
    await this.#opened.run(async () => {
      const [note, { items }, me] = await Promise.all([
        client.notes.open(visitId, { signal }),
        client.notes.templates({ signal }),
        this.connection?.me(),
      ])
      this.#forget()
      this.#keeper.open(client, note)
      void this.#name(client, note, signal)
      void this.#fetchSeldom()
      const mayKeepApart =
        note.psychotherapyNotes &&
        note.practitionerId === me?.practitionerId &&
        me.permissions.includes('psychotherapy-note:own')
      if (mayKeepApart) void this.#keepApart(client, visitId, signal)
      return { templates: items, memberId: me?.personId ?? '' }
    })
  }

  /** What few notes need, fetched once the note stands there and before the connection can be lost. */
  async #fetchSeldom(): Promise<void> {
    if (this.#seldom) return
    const [conflict, history] = await Promise.all([import('./conflict-panel.ts'), import('./history-panel.ts')])
    this.#seldom = { ...conflict, ...history }
    this.requestUpdate()
  }

  async #keepApart(client: VisitClient, visitId: string, signal: AbortSignal): Promise<void> {
    const { PsychotherapyNote } = await import('./psychotherapy-note.ts')
    if (signal.aborted) return
    this.#apart?.forget()
    this.#apart = new PsychotherapyNote(this, client, visitId)
    await this.language.ready
    this.requestUpdate()
  }

  async #name(client: VisitClient, note: Note, signal: AbortSignal): Promise<void> {
    for (const [code, name] of await serviceNames(client, note, signal)) this.#names.set(code, name)
    this.requestUpdate()
  }

  /** Somebody changed the note. What is not saved here yet meets it at the next save. */
  async #heard(client: VisitClient, signal: AbortSignal): Promise<void> {
    const { note, isOpen } = this.#keeper
    if (!note || isOpen || Date.now() - this.#savedAt < ownEcho || this.#signing.isBusy) return
    const now = await client.notes.get(note.id, { signal }).catch(() => null)
    if (!now || this.#keeper.isOpen || this.#keeper.note !== note || now.version === note.version) return
    this.#typed.clear()
    this.#keeper.open(client, now)
    this.requestUpdate()
  }

  #forget(): void {
    this.#apart?.forget()
    this.#apart = null
    this.#names.clear()
    this.#typed.clear()
    this.#sides.clear()
    this.#isComparing = false
    this.#signing.forget()
    this.#history.close()
  }

  protected override wipe(): void {
    this.#opened.reset()
    this.#pdf.reset()
    this.#keeper.forget()
    this.#diagnoses.clear()
    this.#services.clear()
    this.#forget()
    this.announce('')
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    const { state } = this.#keeper
    if (state === this.#told) return
    this.#told = state
    // "Saved" comes every few seconds and is only shown; what is not saved is said.
    if (state === 'unsaved' || state === 'conflict') this.announce(this.#t(state))
  }

  #write(draft: change.NoteDraft): void {
    this.#keeper.change(draft)
  }

  #vital(sign: VitalSign, typed: string, source: Vital['source']): void {
    this.#typed.set(sign.loinc, typed)
    const value = readVital(sign, typed)
    // A slip of the finger keeps the last good value out of the note as well: the field shows what will be stored, or nothing.
    this.#write(
      change.withVital(this.#keeper.draft, sign.loinc, value === null ? null : { value, unit: sign.unit, source }),
    )
  }

  #picture(reason: NoteService['audioOnlyReason']): void {
    const { draft } = this.#keeper
    const services = draft.services.map(({ codeSystem, code, units, diagnosisPointers }) => ({
      ...{ codeSystem, code, units, diagnosisPointers },
      ...(reason && { audioOnlyReason: reason }),
    }))
    this.#write({ ...draft, services })
  }

  async #ask(missing: readonly string[]): Promise<void> {
    this.#signing.ask(false)
    const [first] = missing
    if (first) return this.#goTo(first)
    await this.#keeper.flush()
    if (this.#keeper.isOpen) return
    this.#signing.ask(true)
    await moveFocus(this, '#sign-question')
  }

  async #goTo(part: string): Promise<void> {
    const field = part === 'diagnoses' ? '#add-diagnosis' : part === 'services' ? '.pointers input' : `#section-${part}`
    await moveFocus(this, field)
  }

  async #sign(): Promise<void> {
    const { client } = this
    const { note } = this.#keeper
    if (!client || !note || !(await this.#signing.sign(client, note, this.supervisorId))) return
    const now = await client.notes.get(note.id).catch(() => null)
    if (now) this.#keeper.open(client, now)
    this.#signing.isAsking = false
    this.requestUpdate()
  }

  async #signed(note: Note, what: 'signed' | 'added'): Promise<void> {
    const { client } = this
    if (!client) return
    this.#savedAt = Date.now()
    this.#keeper.open(client, note)
    if (what === 'signed') emit(this, 'visit-note-signed', { noteId: note.id, visitId: note.visitId })
    this.announce(this.#t(what === 'signed' ? 'signedDone' : 'addDone'))
    await moveFocus(this, '#note-heading')
  }

  async #download(): Promise<void> {
    const { client } = this
    const { note } = this.#keeper
    if (!client || !note || this.#pdf.busy) return
    const file = await this.#pdf.run((signal) => client.notes.pdf(note.id, { signal }))
    this.#pdf.reset()
    if (file) saveFile(file, this.#t('pdfName'))
  }

  async #resolve(conflict: Conflict): Promise<void> {
    this.#isComparing = false
    await this.#keeper.resolve(new Map(conflict.parts.map((part) => [part, this.#sides.get(part) ?? 'mine'])))
    this.#sides.clear()
    await moveFocus(this, '#note-heading')
  }

  async #showHistory(isOpen: boolean): Promise<void> {
    const { client } = this
    const { note } = this.#keeper
    if (!client || !note) return
    if (isOpen) await Promise.all([this.#keeper.flush(), this.#fetchSeldom()])
    if (isOpen) this.#history.open(client, note.id)
    else this.#history.close()
    await moveFocus(this, isOpen ? '#history' : '#history-button')
  }

  #head(note: Note, { templates }: Opened): TemplateResult {
    const { state, problem, draft } = this.#keeper
    return noteHead({
      t: this.#t,
      format: this.format,
      note,
      state,
      refusal: problem ? problemText(this, problem, this.#t)[0] : '',
      templateCode: draft.templateCode,
      templates,
      fetchesPdf: this.#pdf.busy,
      showsHistory: this.#history.isOpen,
      onTemplate: (templateCode) => this.#write({ ...this.#keeper.draft, templateCode }),
      onPdf: () => void this.#download(),
      onHistory: () => void this.#showHistory(!this.#history.isOpen),
    })
  }

  #notices(): TemplateResult | typeof nothing {
    const t = this.#t
    const { problem, conflict, caughtUp } = this.#keeper
    if (conflict)
      return html`<div class="notice">
        <div class="banner warn" role="alert">
          <div class="stack">
            <div class="tight">
              <p><b>${t('conflictBanner')}</b></p>
              <p>${t('conflictBannerText')}</p>
            </div>
            <div>
              <button class="btn" type="button" @click=${() => this.#compare(true)}>${t('conflictOpen')}</button>
            </div>
          </div>
        </div>
      </div>`
    if (problem)
      return html`<div class="notice">
        ${problemView(this, problem, { texts: t, retry: () => void this.#keeper.retry() })}
      </div>`
    return caughtUp ? html`<div class="notice"><p class="note" role="status">${t('caughtUp')}</p></div>` : nothing
  }

  #compare(isComparing: boolean): void {
    this.#isComparing = isComparing
    this.requestUpdate()
    void moveFocus(this, isComparing ? '#conflict' : '#note-heading')
  }

  #draft(note: Note, template: NoteTemplate | undefined): TemplateResult {
    const t = this.#t
    const keeper = this.#keeper
    const { draft } = keeper
    const sections = template?.sections ?? []
    const missing = stillMissing(sections, draft)
    const { problem } = this.#signing.signature
    const unchanged = note.prefilled.filter(
      (code) => draft.sections.get(code) === note.sections.find((one) => one.code === code)?.text,
    )
    return html`${this.#notices()}
      <div class="columns">
        <div>
          ${sectionFields({
            t,
            tag: this.language.tag,
            sections,
            draft,
            prefilled: unchanged,
            onInput: (code, text) => this.#write(change.withSection(keeper.draft, code, text)),
          })}
          ${vitalFields({
            t,
            format: this.format,
            draft,
            typed: this.#typed,
            onInput: (sign, typed, source) => this.#vital(sign, typed, source),
            onSource: ({ loinc, ...vital }, source) =>
              this.#write(change.withVital(keeper.draft, loinc, { ...vital, source })),
          })}
        </div>
        <div class="side">
          ${diagnosisFields({
            t,
            draft,
            search: this.#diagnoses,
            onMain: (index) => this.#write(change.withMainDiagnosis(keeper.draft, index)),
            onRemove: (index) => {
              this.#write(change.withoutDiagnosis(keeper.draft, index))
              void moveFocus(this, '#add-diagnosis')
            },
          })}
          ${serviceFields({
            t,
            draft,
            search: this.#services,
            names: this.#names,
            onChange: (index, more) => {
              this.#write(change.changeService(keeper.draft, index, more))
              if (!more) void moveFocus(this, '#add-service')
            },
            onPicture: (reason) => this.#picture(reason),
          })}
        </div>
      </div>
      ${signingBar({
        t,
        tag: this.language.tag,
        sections,
        missing,
        isAsking: this.#signing.isAsking && missing.length === 0,
        isSigning: this.#signing.signature.busy,
        isSupervised: Boolean(this.supervisorId),
        problem: problem ? problemView(this, problem, { texts: t }) : null,
        onMissing: (part) => void this.#goTo(part),
        onSign: () => void this.#ask(missing),
        onSignNow: () => void this.#sign(),
        onNotYet: () => {
          this.#signing.ask(false)
          void moveFocus(this, '.bar .primary')
        },
      })}`
  }

  #signedView(note: Note, template: NoteTemplate | undefined, memberId: string): TemplateResult {
    const t = this.#t
    const { client } = this
    const signing = this.#signing
    const { busy, problem } = signing.signature
    const addProblem = signing.addition.problem
    const troubles = [problem, this.#pdf.problem].filter((one) => one !== undefined)
    return html`${signedNote({ t, format: this.format, note, sections: template?.sections ?? [], names: this.#names })}
    ${
      signing.addendum === null
        ? signedActions({
            t,
            troubles: troubles.map((one) => problemView(this, one, { texts: t })),
            mayCosign: note.status === 'awaiting-cosign' && note.author?.memberId !== memberId,
            busy,
            onCosign: () => void (client && signing.cosign(client, note)),
            onAdd: () => {
              signing.write('')
              void moveFocus(this, '#addendum')
            },
          })
        : addendumForm({
            t,
            text: signing.addendum,
            busy: signing.addition.busy,
            problem: addProblem ? problemView(this, addProblem, { texts: t }) : null,
            onInput: (text) => signing.write(text),
            onSign: () => void (client && signing.addend(client, note)),
            onCancel: () => {
              signing.write(null)
              void moveFocus(this, '#note-heading')
            },
          })
    }`
  }

  #body(note: Note, { templates, memberId }: Opened): TemplateResult {
    const t = this.#t
    const keeper = this.#keeper
    const template = templates.find(({ code }) => code === keeper.draft.templateCode)
    const sections = template?.sections ?? []
    const history = this.#history
    const { client } = this
    const seldom = this.#seldom
    if (history.isOpen && client && seldom)
      return seldom.historyPanel({
        t,
        format: this.format,
        sections,
        versions: history.versions,
        hasMore: history.hasMore,
        shown: history.shown,
        difference: history.difference,
        problem: history.problem ? problemView(this, history.problem, { texts: t }) : null,
        onCompare: (version, before) => history.compare(client, note.id, version, before),
        onMore: () => history.more(client, note.id),
        onClose: () => void this.#showHistory(false),
      })
    const { conflict } = keeper
    if (conflict && this.#isComparing && seldom)
      return seldom.conflictPanel({
        t,
        tag: this.language.tag,
        sections,
        mine: keeper.draft,
        conflict,
        sides: this.#sides,
        onSide: (part, side) => {
          this.#sides.set(part, side)
          this.requestUpdate()
        },
        onResolve: () => void this.#resolve(conflict),
        onLater: () => this.#compare(false),
      })
    return note.status === 'draft' ? this.#draft(note, template) : this.#signedView(note, template, memberId)
  }

  protected override render(): unknown {
    const t = this.#t
    const { now } = this.#opened
    const { note } = this.#keeper
    if (now.state === 'failed') return problemView(this, now.problem, { texts: t, retry: () => this.startAgain() })
    if (now.state !== 'ready' || !note)
      return html`<div class="card pad stack" aria-busy="true">
        <p class="unseen" role="status">${t('loading')}</p>
        <span class="bone title half"></span>
        ${[1, 2, 3].map(() => html`<span class="bone short"></span><span class="bone target"></span>`)}
      </div>`
    return html`<div class="card">${this.#head(note, now.value)}${this.#body(note, now.value)}</div>
      ${this.#apart?.render() ?? nothing}`
  }
}
