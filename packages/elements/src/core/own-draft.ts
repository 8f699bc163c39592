import type { ReactiveControllerHost } from 'lit'
import type { OwnDraft as KeptDraft, VisitClient } from '@visitkit/sdk'
import { DraftSaving, outlivingPage } from './draft-saving.ts'
import { guardLeaving } from './leave-guard.ts'
import { toProblem } from './problem.ts'

/** Milliseconds without input after which a text is sent. */
const saveDelayMs = 700

/** What was typed, by field. */
export type DraftTexts = Readonly<Record<string, string>>

/**
 * What a person writes and has not sent. The server keeps it for them while they type, so that neither the end of the session nor a page
 * that is loaded again loses it. Nothing is stored in the browser. While the server does not have it, the page asks before it is left.
 */
export class OwnDraft extends DraftSaving {
  readonly #place: KeptDraft['place']
  #about = ''
  #patientId: string | undefined
  #texts: DraftTexts = {}
  /** The server may have something. */
  #mayBeKept = false

  constructor(host: ReactiveControllerHost, place: KeptDraft['place']) {
    super(host)
    this.#place = place
    guardLeaving(host, () => this.wouldBeLost)
  }

  /**
   * Opens the text about a thread, a note, a claim. Resolves with what the server has; null if it has nothing, or the person has begun to
   * write. Never rejects.
   * @param patientId - The patient whom the text may be about.
   * @param since - A text that was saved before is not wanted any more. Milliseconds since 1970.
   */
  async open(client: VisitClient, about: string, patientId?: string, since = 0): Promise<DraftTexts | null> {
    void this.flush()
    this.reset()
    this.client = client
    this.#about = about
    this.#patientId = patientId
    const found = await client.drafts.get(this.#place, about).catch(() => null)
    if (this.#about !== about || this.state !== 'clean' || !found?.savedAt) return null
    this.#mayBeKept = true
    if (Date.parse(found.savedAt) < since) return null
    return Object.fromEntries(found.fields.map(({ name, text }) => [name, text]))
  }

  override reset(): void {
    super.reset()
    this.#about = ''
    this.#texts = {}
    this.#mayBeKept = false
  }

  write(texts: DraftTexts): void {
    this.#mayBeKept = true
    this.#texts = texts
    this.setState('dirty', saveDelayMs)
  }

  /** It was sent, or is not wanted any more: the server forgets it. */
  async discard(): Promise<void> {
    if (!this.#mayBeKept) return
    this.write({})
    await this.flush()
  }

  protected override async save(client: VisitClient): Promise<void> {
    const [place, about] = [this.#place, this.#about]
    const fields = Object.entries(this.#texts).flatMap(([name, text]) => (text === '' ? [] : [{ name, text }]))
    const body = { ...(this.#patientId && { patientId: this.#patientId }), fields }
    try {
      if (fields.length === 0) {
        await client.drafts.remove(place, about, { keepalive: true })
        this.#mayBeKept = false
      } else await client.drafts.put(place, about, body, outlivingPage(body))
    } catch (error) {
      if (about === this.#about) this.saveFailed(toProblem(error))
    }
  }
}
