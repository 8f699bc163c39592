import { html, type TemplateResult } from 'lit'
import type { Allergy, Medication, VisitClient } from '@visitkit/sdk'
import { IdempotencyKeys } from '../core/idempotency-keys.ts'
import { moveFocus } from '../core/focus.ts'
import { Loader } from '../core/loader.ts'
import type { PatientElement } from '../core/patient-element.ts'
import { problemView } from '../core/problem-view.ts'
import { SearchBox } from '../core/search-box.ts'
import { allergyForm, emptyAllergy, type AllergyDraft } from './allergy-form.ts'
import { allergyList } from './chart-lists.ts'
import type { ChartTranslate } from './chart-translate.ts'

/** The allergies with their actions: add one, end one, or record that there are none. */
export class AllergyPanel {
  readonly #host: PatientElement
  readonly #t: ChartTranslate
  readonly #client: () => VisitClient | null
  readonly #changed: () => void
  readonly #acting: Loader<unknown>
  readonly #keys = new IdempotencyKeys()
  readonly #ingredients: SearchBox<Medication>
  #draft: AllergyDraft | null = null
  #showsFault = false

  /** @param changed - Called after each action, successful or not, because the data may have changed. */
  constructor(host: PatientElement, t: ChartTranslate, client: () => VisitClient | null, changed: () => void) {
    this.#host = host
    this.#t = t
    this.#client = client
    this.#changed = changed
    this.#acting = new Loader(host)
    this.#ingredients = new SearchBox<Medication>(host, {
      find: async (search, signal) =>
        (await client()?.medications.search({ search, limit: 10 }, { signal }))?.items ?? [],
      picked: ({ ingredients: [first] }) => {
        if (first && this.#draft) this.#draft = { ...this.#draft, name: first.name, rxcui: first.rxcui }
        void moveFocus(host, '#reaction')
      },
    })
  }

  reset(): void {
    this.#turn(null)
    this.#keys.done()
  }

  #turn(draft: AllergyDraft | null): void {
    this.#draft = draft
    this.#showsFault = false
    this.#acting.reset()
    this.#ingredients.clear()
  }

  async #open(): Promise<void> {
    this.#turn(emptyAllergy)
    await moveFocus(this.#host, '#ingredient')
  }

  async #close(): Promise<void> {
    this.#turn(null)
    await moveFocus(this.#host, '#allergies')
  }

  /** Runs one action on the allergies, and shows a problem at its place. */
  async #act(work: (client: VisitClient) => Promise<unknown>, announcement: string): Promise<boolean> {
    const client = this.#client()
    if (!client || this.#acting.busy) return false
    const answer = await this.#acting.run(() => work(client))
    this.#changed()
    if (answer === undefined) return false
    this.#host.announce(announcement)
    return true
  }

  async #keep(): Promise<void> {
    const { patientId } = this.#host
    const draft = this.#draft
    if (!draft) return
    const name = draft.name.trim()
    this.#showsFault = name === ''
    this.#host.requestUpdate()
    if (name === '') return moveFocus(this.#host, '#substance')
    const reaction = draft.reaction.trim()
    const body = {
      substance: { name, ...(draft.rxcui && { rxcui: draft.rxcui }) },
      ...(reaction && { reaction }),
      severity: draft.severity,
    }
    const added = await this.#act(
      (client) => client.allergies.add(patientId, body, this.#keys.for('add', body)),
      this.#t('added'),
    )
    if (added) this.#keys.done()
    if (added) await this.#close()
  }

  async #noneKnown(): Promise<void> {
    const { patientId } = this.#host
    if (await this.#act((client) => client.allergies.noneKnown(patientId), this.#t('noneDone')))
      await moveFocus(this.#host, '#allergies')
  }

  async #end({ id, version }: Allergy, status: 'resolved' | 'entered-in-error'): Promise<void> {
    const { patientId } = this.#host
    if (await this.#act((client) => client.allergies.change(patientId, id, { status, version }), this.#t('ended')))
      await moveFocus(this.#host, '#allergies')
  }

  #form(draft: AllergyDraft, problem: unknown): TemplateResult {
    return allergyForm({
      t: this.#t,
      draft,
      ingredients: this.#ingredients,
      showsFault: this.#showsFault,
      busy: this.#acting.busy,
      problem,
      onChange: (changed) => {
        this.#draft = changed
        this.#host.requestUpdate()
      },
      onSave: () => void this.#keep(),
      onClose: () => void this.#close(),
    })
  }

  /** Opens the form; undefined while it is open. */
  get addButton(): TemplateResult | undefined {
    const t = this.#t
    if (this.#draft) return undefined
    return html`<button
      class="btn small"
      type="button"
      aria-label=${t('addAllergyName')}
      @click=${() => void this.#open()}
    >
      ${t('addAllergy')}
    </button>`
  }

  render(isRecorded: boolean, items: readonly Allergy[]): TemplateResult {
    const t = this.#t
    const { problem, busy } = this.#acting
    const problemAlert = problem ? problemView(this.#host, problem, { texts: t }) : null
    const maySayNone = !isRecorded && !items.some(({ status }) => status === 'active')
    return html`${allergyList({ t, format: this.#host.format, items, asked: isRecorded, onChange: (allergy, status) => void this.#end(allergy, status) })}
    ${
      this.#draft
        ? this.#form(this.#draft, problemAlert)
        : html`${problemAlert ?? ''}${
            maySayNone
              ? html`<div>
                  <button
                    class="btn small"
                    type="button"
                    aria-disabled=${busy ? 'true' : 'false'}
                    @click=${() => void this.#noneKnown()}
                  >
                    ${t('sayNone')}
                  </button>
                </div>`
              : ''
          }`
    }`
  }
}
