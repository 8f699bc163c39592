import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit'
import type { Note, NoteTemplate, VisitClient } from '@visitkit/sdk'
import { emit } from '../core/emit.ts'
import { fetchPart } from '../core/fetch-part.ts'
import { moveFocus } from '../core/focus.ts'
import { Loader } from '../core/loader.ts'
import { PatientLine } from '../core/patient-line.ts'
import { problemText } from '../core/problem-text.ts'
import { problemView } from '../core/problem-view.ts'
import { pageOfWorkStyles } from '../core/styles/page-of-work.ts'
import { VisitElement } from '../core/visit-element.ts'
import { ApartNotes } from './apart-notes.ts'
import { draftNotices } from './draft-notices.ts'
import { DraftPage } from './draft-page.ts'
import type { NoteDetours } from './note-detours.ts'
import { noteEditorMessages } from './note-editor.messages.ts'
import { noteEditorStyles } from './note-editor.styles.ts'
import { noteHead } from './note-head.ts'
import { NoteKeeper, type KeeperState } from './note-keeper.ts'
import { serviceNames } from './note-names.ts'
import { NoteSigning, type NoteAct } from './note-signing.ts'
import { templatesFor } from './note-view.ts'
import { SignedPage } from './signed-page.ts'

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
  static override styles: CSSResultGroup = [VisitElement.styles, pageOfWorkStyles, noteEditorStyles]
  static override properties: PropertyDeclarations = {
    visitId: { attribute: 'visit-id' },
    supervisorId: { attribute: 'supervisor-id' },
  }
  static override restartOn = ['visitId']

  /** Which visit's note. */
  declare visitId: string
  /** The member who has to co-sign; left out, the author's signature is enough. For a note that waits for another: whom to ask instead. */
  declare supervisorId: string | undefined

  #t = this.language.bundle(noteEditorMessages)
  #opened = new Loader<Opened>(this)
  #signing = new NoteSigning(this, (note, what) => this.#signed(note, what))
  #patient = new PatientLine(this)
  #keeper = new NoteKeeper(this, ({ id, version }) => {
    this.#savedAt = Date.now()
    emit(this, 'visit-note-saved', { noteId: id, version })
  })
  /** Of services, by code. */
  #names = new Map<string, string>()
  #written = new DraftPage(this, this.#t, {
    keeper: this.#keeper,
    signing: this.#signing,
    patient: this.#patient,
    names: this.#names,
    client: () => this.client,
    onSign: () => void this.#sign(),
  })
  #finished = new SignedPage(this, this.#t, this.#signing, this.#names)
  #detours: NoteDetours | null = null
  #reaching = new Loader<NoteDetours>(this)
  /** Tries again to get where the person wanted to go. */
  #again = (): void => undefined
  #apart = new ApartNotes(this)
  /** Milliseconds since 1970. */
  #savedAt = 0
  #told: KeeperState = 'clean'

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
      this.#patient.open(client, note.patientId, signal)
      void this.#name(client, note, signal)
      this.#fetchDetours().catch(() => undefined) // told to who wants to go there
      const mayKeepApart =
        note.psychotherapyNotes &&
        note.practitionerId === me?.practitionerId &&
        me.permissions.includes('psychotherapy-note:own')
      if (mayKeepApart) this.#apart.open(client, visitId)
      return { templates: items, memberId: me?.personId ?? '' }
    })
  }

  /** What few notes need, fetched once the note stands there and before the connection can be lost. */
  async #fetchDetours(): Promise<NoteDetours> {
    const { NoteDetours: Detours } = await fetchPart(import('./note-detours.ts'))
    return (this.#detours ??= new Detours(this, this.#t, this.#keeper))
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
    this.#written.forget()
    this.#keeper.open(client, now)
    this.requestUpdate()
  }

  #forget(): void {
    this.#apart.forget()
    this.#reaching.reset()
    this.#names.clear()
    this.#written.forget()
    this.#signing.forget()
    this.#detours?.forget()
  }

  protected override wipe(): void {
    this.#opened.reset()
    this.#patient.reset()
    this.#finished.wipe()
    this.#keeper.forget()
    this.#written.wipe()
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

  /** Signs the version that was asked about, which the server has: a word more is another draft, and a question of its own. */
  async #sign(): Promise<void> {
    const { client } = this
    const { note, draft, isOpen } = this.#keeper
    if (!client || !note || isOpen || !this.#signing.asksAbout(draft)) return
    if (await this.#signing.sign(client, note, this.supervisorId)) await this.#keeper.catchUp()
  }

  async #signed(note: Note, what: NoteAct): Promise<void> {
    const { client } = this
    if (!client) return
    this.#savedAt = Date.now()
    this.#keeper.open(client, note)
    if (what === 'signed') emit(this, 'visit-note-signed', { noteId: note.id, visitId: note.visitId })
    const name = note.supervisor?.displayName ?? ''
    this.announce(this.#t(what === 'signed' ? 'signedDone' : what === 'asked' ? 'awaiting' : 'addDone', { name }))
    await moveFocus(this, '#note-heading')
  }

  async #reach(go: (detours: NoteDetours) => Promise<void>): Promise<void> {
    this.#again = () => void this.#reach(go)
    const detours = await this.#reaching.run(() => this.#fetchDetours())
    if (detours) await go(detours)
  }

  async #showHistory(note: Note): Promise<void> {
    if (this.#detours?.showsHistory) return this.#detours.hideHistory()
    await this.#reach(async (detours) => {
      const { client } = this
      await this.#keeper.flush()
      if (client) await detours.showHistory(client, note.id)
    })
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
      templates: templatesFor(note, templates),
      who: this.#patient.render(),
      fetchesPdf: this.#finished.fetchesPdf,
      showsHistory: this.#detours?.showsHistory ?? false,
      onTemplate: (code) => this.#keeper.change({ ...this.#keeper.draft, templateCode: code }),
      onPdf: () => void this.#finished.download(this.client, note),
      onHistory: () => void this.#showHistory(note),
    })
  }

  #notices(): unknown {
    const t = this.#t
    const { problem, conflict, caughtUp } = this.#keeper
    return draftNotices({
      t,
      isClash: conflict !== null,
      refusal: problem && problemView(this, problem, { texts: t, retry: () => void this.#keeper.retry() }),
      caughtUp,
      onCompare: () => void this.#reach((detours) => detours.compare(true)),
    })
  }

  #body(note: Note, { templates, memberId }: Opened): TemplateResult {
    const { client } = this
    const { templateCode } = this.#keeper.draft
    const sections = templatesFor(note, templates).find(({ code }) => code === templateCode)?.sections ?? []
    const detour = client && this.#detours?.render(client, note, sections)
    if (detour) return detour
    return note.status === 'draft'
      ? html`${this.#notices()}${this.#written.render(note, sections, Boolean(this.supervisorId))}`
      : this.#finished.render(client, note, sections, memberId, this.supervisorId)
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
    const unreached = this.#reaching.problem
    return html`<div class="card">
        ${this.#head(note, now.value)}
        ${unreached ? html`<div class="notice">${problemView(this, unreached, { retry: this.#again })}</div>` : nothing}
        ${this.#body(note, now.value)}
      </div>
      ${this.#apart.render()}`
  }
}
