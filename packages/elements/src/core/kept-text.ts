import type { ReactiveControllerHost } from 'lit'
import type { DirectiveResult } from 'lit/directive.js'
import { ref, type RefDirective } from 'lit/directives/ref.js'
import type { OwnDraft as KeptDraft, VisitClient } from '@visitkit/sdk'
import { OwnDraft } from './own-draft.ts'

type TextField = HTMLTextAreaElement | HTMLInputElement

const isTextField = (field: Element | undefined): field is TextField =>
  field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement

/** What a text is about. */
interface Subject {
  readonly about: string
  readonly patientId?: string
  /** A text that was saved before is not wanted any more. Milliseconds since 1970. */
  readonly since?: number
  /** What the field begins with. Default: nothing. */
  readonly initial?: string
}

/**
 * The text of one field, kept on the server until it is sent: `<textarea ${kept.of(client, { about: noteId, patientId })}>`. What was
 * kept is filled in again, if nothing was typed before.
 */
export class KeptText {
  readonly #draft: OwnDraft
  readonly #filled: (text: string) => void
  #about: string | null = null
  #text = ''
  #initial = ''
  #read: Promise<void> = Promise.resolve()

  /** @param filled - The text that was filled in, for an element that has the value of the field. */
  constructor(host: ReactiveControllerHost, place: KeptDraft['place'], filled: (text: string) => void = () => {}) {
    this.#draft = new OwnDraft(host, place)
    this.#filled = filled
  }

  of(client: VisitClient, subject: Subject): DirectiveResult<typeof RefDirective> {
    if (subject.about !== this.#about) {
      this.#about = subject.about
      this.#text = ''
      this.#initial = subject.initial ?? ''
      this.#read = this.#open(client, subject)
    }
    return ref(this.#attach)
  }

  /** The text was sent. */
  async sent(): Promise<void> {
    this.#text = ''
    await this.#draft.discard()
  }

  /** Clears what is in memory. The server keeps its text, and gets what it does not have yet. */
  reset(): void {
    void this.#draft.flush()
    this.#about = null
    this.#text = ''
    this.#draft.reset()
  }

  async #open(client: VisitClient, { about, patientId, since }: Subject): Promise<void> {
    const { text = '' } = (await this.#draft.open(client, about, patientId, since)) ?? {}
    if (this.#about === about && text) this.#text = text
  }

  #attach = (field?: Element): void => {
    if (!isTextField(field)) return
    // After the element's own listener: a render before it would undo what was typed.
    field.addEventListener('input', () => setTimeout(() => this.#write(field.value)))
    void this.#fill(field)
  }

  #write(text: string): void {
    if (this.#about === null) return
    this.#text = text
    this.#draft.write({ text })
  }

  async #fill(field: TextField): Promise<void> {
    await this.#read
    if (!field.isConnected) return
    // Typed before this was loaded.
    if (field.value !== this.#initial && field.value !== this.#text) return this.#write(field.value)
    if (this.#text === '' || field.value === this.#text) return
    field.value = this.#text
    this.#filled(this.#text)
  }
}
