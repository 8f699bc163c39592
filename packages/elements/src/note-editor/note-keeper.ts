import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Note, VisitClient } from '@visitkit/sdk'
import { toProblem, type Problem } from '../core/problem.ts'
import { mergeDrafts, resolveConflicts, type DraftPart, type Side } from './merge-drafts.ts'
import { bodyOf, draftOf, sameDraft, type NoteDraft } from './note-draft.ts'

/** Milliseconds of quiet after which a draft is sent. */
const pause = 1500
/** Milliseconds until a draft that did not arrive is sent again. */
const again = 4000
/** Milliseconds for which that goes on after the element has left the page. */
const afterwards = 60_000

/** Where the draft stands. `unsaved` is tried again by itself; `refused` and `conflict` wait for a person. */
export type KeeperState = 'clean' | 'dirty' | 'saving' | 'saved' | 'unsaved' | 'refused' | 'conflict'

/** Both sides have written the same part since the last save. */
export interface Conflict {
  readonly theirs: Note
  readonly parts: readonly DraftPart[]
}

const empty: NoteDraft = { templateCode: '', sections: new Map(), diagnoses: [], vitals: [], services: [] }

/**
 * Keeps a note's draft on the server while it is written. Only what the server has confirmed counts as saved. Two saves never
 * overlap, so that versions follow each other. When somebody else saved meanwhile, what only one side changed is brought together
 * by itself, and what both changed waits for a decision. Nothing is kept in the browser.
 */
export class NoteKeeper implements ReactiveController {
  state: KeeperState = 'clean'
  draft: NoteDraft = empty
  /** As the server last confirmed it. */
  note: Note | null = null
  problem: Problem | null = null
  conflict: Conflict | null = null
  /** Somebody else's changes have been added to the draft since it was opened. */
  caughtUp = false
  #host: ReactiveControllerHost
  #saved: (note: Note) => void
  #client: VisitClient | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #saving: Promise<void> | null = null
  /** Milliseconds since 1970. */
  #giveUpAt = Infinity

  constructor(host: ReactiveControllerHost, saved: (note: Note) => void) {
    this.#host = host
    this.#saved = saved
    host.addController(this)
  }

  hostConnected(): void {
    this.#giveUpAt = Infinity
    document.addEventListener('visibilitychange', this.#hide)
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#hide)
    this.#giveUpAt = Date.now() + afterwards
    void this.flush()
  }

  /** A page in the background may never come back: what is still waiting goes out at once. */
  #hide = (): void => {
    if (document.visibilityState === 'hidden') void this.flush()
  }

  open(client: VisitClient, note: Note): void {
    this.forget()
    this.#client = client
    this.note = note
    this.draft = draftOf(note)
    this.#host.requestUpdate()
  }

  forget(): void {
    clearTimeout(this.#timer)
    this.#client = null
    this.note = null
    this.draft = empty
    this.problem = null
    this.conflict = null
    this.caughtUp = false
    this.state = 'clean'
  }

  /** Whether something is here that the server does not have. */
  get isOpen(): boolean {
    return this.state !== 'clean' && this.state !== 'saved'
  }

  change(draft: NoteDraft): void {
    this.draft = draft
    if (this.state !== 'conflict') this.#became('dirty')
    else this.#host.requestUpdate()
    this.#later(pause)
  }

  /** Sends what is waiting, and resolves when the server has it or has refused it. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    while (this.#saving) await this.#saving
    if (this.state !== 'dirty' && this.state !== 'unsaved') return
    this.#saving = this.#save()
    await this.#saving
    this.#saving = null
  }

  /** Tries again what the server refused, after something was changed or the reason has passed. */
  retry(): Promise<void> {
    this.#became('unsaved')
    return this.flush()
  }

  /** Reads what somebody else saved and brings it together with the draft, as a save that meets it does. */
  async catchUp(): Promise<void> {
    while (this.#saving) await this.#saving
    const { note } = this
    const client = this.#client
    if (!note || !client) return
    this.#saving = this.#catchUp(client, note)
    await this.#saving
    this.#saving = null
  }

  /** Ends a conflict as a person decided it, and saves. */
  async resolve(sides: ReadonlyMap<DraftPart, Side>): Promise<void> {
    if (!this.conflict) return
    const { theirs } = this.conflict
    this.draft = resolveConflicts(this.draft, draftOf(theirs), sides)
    this.note = theirs
    this.conflict = null
    this.#became('dirty')
    await this.flush()
  }

  async #save(): Promise<void> {
    const { note } = this
    const client = this.#client
    if (!note || !client) return
    const sent = this.draft
    this.problem = null
    this.#became('saving')
    try {
      const saved = await client.notes.save(note.id, bodyOf(sent, note.version))
      if (this.note?.id !== note.id) return
      this.note = saved
      if (this.state === 'saving') this.#became('saved')
      else this.#host.requestUpdate()
      this.#saved(saved)
    } catch (error) {
      if (this.note?.id === note.id) await this.#failed(client, note, toProblem(error))
    }
  }

  async #failed(client: VisitClient, base: Note, problem: Problem): Promise<void> {
    if (problem.code === 'version_conflict') return this.#catchUp(client, base)
    const mayPass = problem.status === 0 || problem.status === 429 || problem.status >= 500
    if (mayPass && problem.code !== 'session_ended') {
      this.#became('unsaved')
      return this.#later(again)
    }
    this.problem = problem
    this.#became('refused')
  }

  async #catchUp(client: VisitClient, base: Note): Promise<void> {
    const theirs = await client.notes.get(base.id).catch(() => null)
    if (this.note?.id !== base.id) return
    if (!theirs) {
      this.#became('unsaved')
      return this.#later(again)
    }
    const { merged, conflicts } = mergeDrafts(draftOf(base), this.draft, draftOf(theirs))
    this.caughtUp ||= !sameDraft(merged, this.draft)
    this.draft = merged
    if (conflicts.length > 0) {
      this.conflict = { theirs, parts: conflicts }
      return this.#became('conflict')
    }
    this.note = theirs
    if (sameDraft(merged, draftOf(theirs))) return this.#became('saved')
    this.#became('unsaved')
    this.#later(0)
  }

  #later(milliseconds: number): void {
    clearTimeout(this.#timer)
    if (Date.now() < this.#giveUpAt) this.#timer = setTimeout(() => void this.flush(), milliseconds)
  }

  #became(state: KeeperState): void {
    this.state = state
    this.#host.requestUpdate()
  }
}
