import type { Note, VisitClient } from '@visitkit/sdk'
import { IdempotencyKeys } from '../core/idempotency-keys.ts'
import { Loader } from '../core/loader.ts'
import { OwnDraft } from '../core/own-draft.ts'
import type { VisitElement } from '../core/visit-element.ts'

export type NoteAction = 'signed' | 'supervisor-named' | 'added'

/** The irreversible actions on a note. */
export class NoteSigning {
  /** The text of an addendum; null when none is being written. */
  addendum: string | null = null
  /** What was written and not signed, also while it is not shown. */
  #written = ''
  readonly signature: Loader<Note>
  readonly addition: Loader<Note>
  readonly #draft: OwnDraft
  readonly #keys = new IdempotencyKeys()
  readonly #host: VisitElement
  readonly #signed: (note: Note, what: NoteAction) => Promise<void>

  /** @param signed - Applies the server's current version of the note. */
  constructor(host: VisitElement, signed: (note: Note, what: NoteAction) => Promise<void>) {
    this.#host = host
    this.#signed = signed
    this.signature = new Loader(host)
    this.addition = new Loader(host)
    this.#draft = new OwnDraft(host, 'addendum')
  }

  /** Goes on with an addendum that was written before this page, and was not signed. */
  async findAddendum(client: VisitClient, { id, patientId }: Note): Promise<void> {
    const kept = await this.#draft.open(client, id, patientId)
    if (!kept?.text || this.addendum !== null) return
    this.#written = kept.text
    this.showAddendum(true)
  }

  get isBusy(): boolean {
    return this.signature.busy || this.addition.busy
  }

  reset(): void {
    this.addendum = null
    this.#written = ''
    this.#draft.reset()
    this.#keys.done()
    this.signature.reset()
    this.addition.reset()
  }

  /** What was written stays when it is hidden. */
  showAddendum(isShown: boolean): void {
    this.addendum = isShown ? this.#written : null
    if (!isShown) this.addition.reset()
    this.#host.requestUpdate()
  }

  writeAddendum(text: string): void {
    this.addendum = this.#written = text
    this.#draft.write({ text })
    this.#host.requestUpdate()
  }

  /** Returns true when the note has changed in the meantime: it must be read again before it is signed. */
  async sign(client: VisitClient, { id, version }: Note, supervisorId: string | undefined): Promise<boolean> {
    if (this.signature.busy) return false
    const body = { version, ...(supervisorId && { supervisorId }) }
    const signed = await this.signature.run(() => client.notes.sign(id, body, this.#keys.for('sign', body)))
    if (!signed) return this.signature.problem?.code === 'version_conflict'
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
    if (asked) await this.#signed(asked, 'supervisor-named')
  }

  async addend(client: VisitClient, { id }: Note): Promise<void> {
    const text = this.addendum?.trim()
    if (!text || this.addition.busy) return
    const added = await this.addition.run(() => client.notes.addend(id, { text }, this.#keys.for('addend', text)))
    if (!added) return
    void this.#draft.discard()
    this.#keys.done()
    this.addendum = null
    this.#written = ''
    await this.#signed(added, 'added')
  }
}
