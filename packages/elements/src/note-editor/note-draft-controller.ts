import type { ReactiveControllerHost } from 'lit'
import type { Note, VisitClient } from '@visitkit/sdk'
import { retryDelayMs, DraftSaving, outlivingPage, type DraftState } from '../core/draft-saving.ts'
import { toProblem } from '../core/problem.ts'
import { mergeDrafts, resolveConflicts, type DraftPart, type Side } from './merge-drafts.ts'
import { saveNoteBody, draftFromNote, sameDraft, type NoteDraft } from './note-draft.ts'

/** Milliseconds without input after which a draft is sent. */
const saveDelayMs = 1500

/** The state of the draft. A `conflict` requires a decision. */
export type NoteDraftState = DraftState | 'conflict'

/** Both sides changed the same part since the last save. */
export interface Conflict {
  readonly theirs: Note
  readonly parts: readonly DraftPart[]
}

const emptyDraft: NoteDraft = {
  templateCode: '',
  sections: new Map(),
  copied: new Map(),
  diagnoses: [],
  vitals: [],
  services: [],
}

/**
 * Saves a note's draft to the server during input. After a save by another user, parts that only one side changed are merged automatically;
 * parts that both changed require a decision.
 */
export class NoteDraftController extends DraftSaving<'conflict'> {
  draft: NoteDraft = emptyDraft
  /** The last version that the server confirmed. */
  note: Note | null = null
  conflict: Conflict | null = null
  /** Another user's changes were merged into the draft since it was opened. */
  hasMergedChanges = false
  #saved: (note: Note) => void

  constructor(host: ReactiveControllerHost, saved: (note: Note) => void) {
    super(host)
    this.#saved = saved
  }

  open(client: VisitClient, note: Note): void {
    this.reset()
    this.client = client
    this.note = note
    this.draft = draftFromNote(note)
    this.setState('clean')
  }

  override reset(): void {
    super.reset()
    this.note = null
    this.draft = emptyDraft
    this.conflict = null
    this.hasMergedChanges = false
  }

  /** Whether there are changes that the server does not have. */
  get isOpen(): boolean {
    return this.state !== 'clean' && this.state !== 'saved'
  }

  change(draft: NoteDraft): void {
    this.draft = draft
    this.setState(this.state === 'conflict' ? 'conflict' : 'dirty', saveDelayMs)
  }

  /** Retries a refused save, after a change or when the reason no longer exists. */
  retry(): Promise<void> {
    this.setState('unsaved')
    return this.flush()
  }

  /** Reads another user's version and merges it into the draft, like a save that finds a conflict. */
  mergeLatest(): Promise<void> {
    return this.runAfterSave(async (client) => {
      if (this.note) await this.#mergeLatest(client, this.note)
    })
  }

  /** Resolves a conflict with a person's decision, and saves. */
  async resolve(sides: ReadonlyMap<DraftPart, Side>): Promise<void> {
    if (!this.conflict) return
    const { theirs } = this.conflict
    this.draft = resolveConflicts(this.draft, draftFromNote(theirs), sides)
    this.note = theirs
    this.conflict = null
    this.setState('dirty')
    await this.flush()
  }

  protected override async save(client: VisitClient): Promise<void> {
    const { note } = this
    if (!note) return
    try {
      const body = saveNoteBody(this.draft, note.version)
      const saved = await client.notes.save(note.id, body, outlivingPage(body))
      if (this.note?.id !== note.id) return
      this.note = saved
      this.#saved(saved)
    } catch (error) {
      if (this.note?.id !== note.id) return
      const problem = toProblem(error)
      if (problem.code === 'version_conflict') await this.#mergeLatest(client, note)
      else this.saveFailed(problem)
    }
  }

  async #mergeLatest(client: VisitClient, base: Note): Promise<void> {
    const theirs = await client.notes.get(base.id).catch(() => null)
    if (this.note?.id !== base.id) return
    if (!theirs) return this.setState('unsaved', retryDelayMs)
    const { merged, conflicts } = mergeDrafts(draftFromNote(base), this.draft, draftFromNote(theirs))
    this.hasMergedChanges ||= !sameDraft(merged, this.draft)
    this.draft = merged
    if (conflicts.length > 0) {
      this.conflict = { theirs, parts: conflicts }
      return this.setState('conflict')
    }
    this.note = theirs
    if (sameDraft(merged, draftFromNote(theirs))) return this.setState('saved')
    this.setState('unsaved', 0)
  }
}
