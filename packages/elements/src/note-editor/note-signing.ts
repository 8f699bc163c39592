import type { Note, VisitClient } from '@visitkit/sdk'
import { IdempotencyKeys } from '../core/idempotency-keys.ts'
import { Loader } from '../core/loader.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { NoteDraft } from './note-draft.ts'

export type NoteAction = 'signed' | 'asked' | 'added'

/** The acts on a note that cannot be undone, and the question before the first of them. */
export class NoteSigning {
  /** The draft that the question is asked about. Another draft, by whosever word, was not asked about. */
  #asked: NoteDraft | null = null
  /** An addition while it is written; null when nobody adds. */
  addendum: string | null = null
  readonly signature: Loader<Note>
  readonly addition: Loader<Note>
  readonly #keys = new IdempotencyKeys()
  readonly #host: VisitElement
  readonly #signed: (note: Note, what: NoteAction) => Promise<void>

  /** @param signed takes the note over as the server has it now. */
  constructor(host: VisitElement, signed: (note: Note, what: NoteAction) => Promise<void>) {
    this.#host = host
    this.#signed = signed
    this.signature = new Loader(host)
    this.addition = new Loader(host)
  }

  get isBusy(): boolean {
    return this.signature.busy || this.addition.busy
  }

  /** Whether it is asked if this is to be signed, word for word. */
  asksAbout(draft: NoteDraft): boolean {
    return this.#asked === draft
  }

  reset(): void {
    this.#asked = null
    this.addendum = null
    this.#keys.done()
    this.signature.reset()
    this.addition.reset()
  }

  /** Null takes the question back. */
  askToSign(draft: NoteDraft | null): void {
    this.#asked = draft
    this.signature.reset()
    this.#host.requestUpdate()
  }

  setAddendum(addendum: string | null): void {
    this.addendum = addendum
    if (addendum === null) this.addition.reset()
    this.#host.requestUpdate()
  }

  /** True when the note changed in the meantime: it has to be read again before anybody signs it. */
  async sign(client: VisitClient, { id, version }: Note, supervisorId: string | undefined): Promise<boolean> {
    if (this.signature.busy) return false
    const body = { version, ...(supervisorId && { supervisorId }) }
    const signed = await this.signature.run(() => client.notes.sign(id, body, this.#keys.for('sign', body)))
    if (!signed) return this.signature.problem?.code === 'version_conflict'
    this.#asked = null
    await this.#signed(signed, 'signed')
    return false
  }

  async cosign(client: VisitClient, { id }: Note): Promise<void> {
    if (this.signature.busy) return
    const signed = await this.signature.run(() => client.notes.cosign(id, this.#keys.for('cosign')))
    if (signed) await this.#signed(signed, 'signed')
  }

  async nameSupervisor(client: VisitClient, { id, version }: Note, supervisorId: string): Promise<void> {
    if (this.signature.busy) return
    const asked = await this.signature.run(() => client.notes.nameSupervisor(id, { supervisorId, version }))
    if (asked) await this.#signed(asked, 'asked')
  }

  async addend(client: VisitClient, { id }: Note): Promise<void> {
    const text = this.addendum?.trim()
    if (!text || this.addition.busy) return
    const added = await this.addition.run(() => client.notes.addend(id, { text }, this.#keys.for('addend', text)))
    if (!added) return
    this.#keys.done()
    this.addendum = null
    await this.#signed(added, 'added')
  }
}
