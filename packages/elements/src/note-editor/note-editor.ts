import { html, type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit'
import type { Note, NoteTemplate, NoteTemplateSection, VisitClient } from '@visitkit/sdk'
import { emit } from '../core/emit.ts'
import { moveFocus } from '../core/focus.ts'
import { guardLeaving } from '../core/leave-guard.ts'
import { Loader } from '../core/loader.ts'
import { PatientLabel } from '../core/patient-label.ts'
import { problemText } from '../core/problem-text.ts'
import { problemView } from '../core/problem-view.ts'
import type { Shortcut } from '../core/shortcut-list.ts'
import { ShortcutKeys } from '../core/shortcuts.ts'
import { dialogStyles } from '../core/styles/dialog.ts'
import { keyStyles } from '../core/styles/key.ts'
import { workspaceStyles } from '../core/styles/workspace.ts'
import { VisitElement } from '../core/visit-element.ts'
import type { NoteAids } from './note-aids.ts'
import { LazyPsychotherapyNote } from './lazy-psychotherapy-note.ts'
import { draftBanners } from './draft-banners.ts'
import { DraftPage } from './draft-page.ts'
import { LazySidePanels } from './lazy-side-panels.ts'
import { noteEditorMessages } from './note-editor.messages.ts'
import { noteEditorStyles } from './note-editor.styles.ts'
import { noteHead } from './note-head.ts'
import { NoteDraftController, type NoteDraftState } from './note-draft-controller.ts'
import { loadServiceNames } from './load-service-names.ts'
import { noteShortcuts } from './note-shortcuts.ts'
import { NoteSigning, type NoteAction } from './note-signing.ts'
import { offeredTemplates } from './note-view.ts'
import { SignedPage } from './signed-page.ts'

declare global {
  interface HTMLElementEventMap {
    'visit-note-saved': CustomEvent<{ noteId: string; version: number }>
    'visit-note-signed': CustomEvent<{ noteId: string; visitId: string }>
  }
}

/** Milliseconds after a save in which a change event counts as our own. */
const ownChangeWindowMs = 2000

interface LoadedTemplates {
  readonly templates: readonly NoteTemplate[]
  /** The reader's member id; empty when unknown. */
  readonly memberId: string
}

/**
 * The note of a visit, from the first word to the signature and addenda. Saves automatically during input.
 *
 * @fires visit-note-saved - {CustomEvent<{ noteId: string, version: number }>} The server has saved the draft.
 * @fires visit-note-signed - {CustomEvent<{ noteId: string, visitId: string }>} The note is signed, or co-signed.
 * @csspart heading - The heading.
 */
export class VisitNoteEditor extends VisitElement {
  static override styles: CSSResultGroup = [
    VisitElement.styles,
    workspaceStyles,
    dialogStyles,
    keyStyles,
    noteEditorStyles,
  ]
  static override properties: PropertyDeclarations = {
    visitId: { attribute: 'visit-id' },
    supervisorId: { attribute: 'supervisor-id' },
  }
  static override restartOn = ['visitId']

  /** The id of the visit. */
  declare visitId: string
  /**
   * The id of the member who must co-sign. If it is left out, the author's signature is enough. For a note that awaits another co-signer:
   * the member to request instead.
   */
  declare supervisorId: string | undefined

  #t = this.language.bundle(noteEditorMessages)
  #opened = new Loader<LoadedTemplates>(this)
  #signing = new NoteSigning(this, (note, what) => this.#signed(note, what))
  #patient = new PatientLabel(this)
  #draftController = new NoteDraftController(this, ({ id, version }) => {
    this.#savedAt = Date.now()
    emit(this, 'visit-note-saved', { noteId: id, version })
  })
  /** Names of services, by code. */
  #names = new Map<string, string>()
  #written = new DraftPage(this, this.#t, {
    draftController: this.#draftController,
    signing: this.#signing,
    patient: this.#patient,
    names: this.#names,
    client: () => this.client,
    aids: () => this.#aids,
    onSign: () => void this.#sign(),
  })
  #finished = new SignedPage(this, this.#t, this.#signing, this.#names, (note) => {
    this.#savedAt = Date.now()
    if (this.client) this.#draftController.open(this.client, note)
  })
  #aids: NoteAids | null = null
  #sidePanels = new LazySidePanels(this, this.#t, this.#draftController)
  #psychotherapyNote = new LazyPsychotherapyNote(this)
  /** Milliseconds since 1970. */
  #savedAt = 0
  #announcedState: NoteDraftState = 'clean'

  constructor() {
    super()
    this.visitId = ''
    this.addEventListener('focusout', () => void this.#draftController.flush())
    this.addEventListener('keydown', this.#leaveField)
    guardLeaving(this, () => this.#draftController.wouldBeLost)
    this.addController(new ShortcutKeys(this, () => this.#shortcuts()))
  }

  protected override start(client: VisitClient, signal: AbortSignal): void {
    if (!this.visitId) return
    void this.#open(client, signal)
    client.watch(
      { types: ['note.changed'], ids: { visitId: this.visitId } },
      () => void this.#refreshNote(client, signal),
      {
        signal,
      },
    )
  }

  async #open(client: VisitClient, signal: AbortSignal): Promise<void> {
    const { visitId } = this
    // An element that is moved in the page, or tries again, first saves pending input.
    await this.#draftController.flush()
    await this.#opened.run(async () => {
      const [note, { items }, me] = await Promise.all([
        client.notes.open(visitId, { signal }),
        client.notes.templates({ signal }),
        this.connection?.me(),
      ])
      this.#clear()
      this.#draftController.open(client, note)
      this.#patient.open(client, note.patientId, signal)
      void this.#name(client, note, signal)
      this.#sidePanels.load()
      if (note.status === 'draft') void this.#loadAids(client)
      else {
        this.#finished.open()
        void this.#signing.findAddendum(client, note)
      }
      const mayHavePsychotherapyNote =
        note.psychotherapyNotes &&
        note.practitionerId === me?.practitionerId &&
        me.permissions.includes('psychotherapy-note:own')
      if (mayHavePsychotherapyNote) this.#psychotherapyNote.open(client, visitId, note.ownNotes ?? 'psychotherapy')
      return { templates: items, memberId: me?.personId ?? '' }
    })
  }

  /** They save typing, and nothing needs them: without a connection the note works without. */
  async #loadAids(client: VisitClient): Promise<void> {
    const loaded = await import('./note-aids.ts').catch(() => null)
    if (!loaded) return
    this.#aids ??= new loaded.NoteAids(this, this.#draftController, () => this.client)
    await this.language.ready
    await this.#aids.load(client)
  }

  /** Escape leaves a field, so that the single keys work. */
  #leaveField = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.defaultPrevented) void moveFocus(this, '#note-heading')
  }

  #shortcuts(): readonly Shortcut[] {
    const { note } = this.#draftController
    if (note?.status !== 'draft' || !this.#aids || this.#aids.orders.isOpen) return []
    return noteShortcuts(this, this.#aids, () => void this.#written.sign(note, this.#sections(note)))
  }

  async #name(client: VisitClient, note: Note, signal: AbortSignal): Promise<void> {
    for (const [code, name] of await loadServiceNames(client, note, signal)) this.#names.set(code, name)
    this.requestUpdate()
  }

  /** Another user changed the note. Unsaved changes here are merged with the next save. */
  async #refreshNote(client: VisitClient, signal: AbortSignal): Promise<void> {
    const { note, isOpen } = this.#draftController
    if (!note || isOpen || Date.now() - this.#savedAt < ownChangeWindowMs || this.#signing.isBusy) return
    const now = await client.notes.get(note.id, { signal }).catch(() => null)
    const isSame =
      now?.version === note.version && JSON.stringify(now.observations) === JSON.stringify(note.observations)
    if (!now || isSame || this.#draftController.isOpen || this.#draftController.note !== note) return
    this.#written.discardTyped()
    this.#draftController.open(client, now)
    this.requestUpdate()
  }

  #clear(): void {
    this.#psychotherapyNote.reset()
    this.#names.clear()
    this.#written.discardTyped()
    this.#signing.reset()
    this.#sidePanels.reset()
    this.#aids?.reset()
  }

  protected override wipe(): void {
    this.#opened.reset()
    this.#patient.reset()
    this.#finished.reset()
    this.#draftController.reset()
    this.#written.reset()
    this.#clear()
    this.announce('')
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    const { state } = this.#draftController
    if (state === this.#announcedState) return
    this.#announcedState = state
    // "Saved" is shown every few seconds without an announcement; unsaved states are announced.
    if (state === 'unsaved' || state === 'conflict') this.announce(this.#t(state))
  }

  /** Signs the version that the server has, which is what the person sees. */
  async #sign(): Promise<void> {
    const { client } = this
    const { note, isOpen } = this.#draftController
    if (!client || !note || isOpen) return
    if (await this.#signing.sign(client, note, this.supervisorId)) await this.#draftController.mergeLatest()
  }

  async #signed(note: Note, what: NoteAction): Promise<void> {
    const { client } = this
    if (!client) return
    this.#savedAt = Date.now()
    this.#draftController.open(client, note)
    this.#finished.open()
    if (what === 'signed') emit(this, 'visit-note-signed', { noteId: note.id, visitId: note.visitId })
    const name = note.supervisor?.displayName ?? ''
    this.announce(
      this.#t(what === 'signed' ? 'signedDone' : what === 'supervisor-named' ? 'awaiting' : 'addDone', { name }),
    )
    await moveFocus(this, '#note-heading')
  }

  #head(note: Note, { templates }: LoadedTemplates): TemplateResult {
    const { state, problem, draft } = this.#draftController
    return noteHead({
      t: this.#t,
      format: this.format,
      note,
      state,
      refusal: problem ? problemText(this, problem, this.#t)[0] : '',
      templateCode: draft.templateCode,
      templates: offeredTemplates(note, templates),
      who: this.#patient.render(),
      fetchesPdf: this.#finished.fetchesPdf,
      showsHistory: this.#sidePanels.showsHistory,
      onTemplate: (code) => this.#draftController.change({ ...this.#draftController.draft, templateCode: code }),
      onPdf: () => void this.#finished.download(this.client, note),
      onHistory: () => void this.#sidePanels.toggleHistory(this.client, note.id),
    })
  }

  /** Of the template that the draft has. */
  #sections(note: Note): readonly NoteTemplateSection[] {
    const { templateCode } = this.#draftController.draft
    const templates = this.#opened.value?.templates ?? []
    return offeredTemplates(note, templates).find(({ code }) => code === templateCode)?.sections ?? []
  }

  #body(note: Note, { memberId }: LoadedTemplates): TemplateResult {
    const { client } = this
    const sections = this.#sections(note)
    const sidePanel = client && this.#sidePanels.render(client, note, sections)
    if (sidePanel) return sidePanel
    return note.status === 'draft'
      ? html`${draftBanners(this, this.#t, this.#draftController, () => void this.#sidePanels.compare())}${this.#written.render(note, sections, Boolean(this.supervisorId))}`
      : this.#finished.render(client, note, sections, memberId, this.supervisorId)
  }

  protected override render(): unknown {
    const t = this.#t
    const { now } = this.#opened
    const { note } = this.#draftController
    if (now.state === 'failed') return problemView(this, now.problem, { texts: t, retry: () => this.startAgain() })
    if (now.state !== 'ready' || !note)
      return html`<div class="card pad stack" aria-busy="true">
        <p class="visually-hidden" role="status">${t('loading')}</p>
        <span class="skeleton title half"></span>
        ${[1, 2, 3].map(() => html`<span class="skeleton short"></span><span class="skeleton target"></span>`)}
      </div>`
    return html`<div class="card">
        ${this.#head(note, now.value)} ${this.#sidePanels.problem()} ${this.#body(note, now.value)}
      </div>
      ${this.#psychotherapyNote.render()}`
  }
}
