import { html, nothing, type TemplateResult } from 'lit'
import type { Medication, PrescriptionPattern, VisitClient } from '@visitkit/sdk'
import { adoptStyles } from '../core/adopt-styles.ts'
import { findMedication } from '../core/find-medication.ts'
import { moveFocus } from '../core/focus.ts'
import type { Translate } from '../core/localize.ts'
import { SearchBox } from '../core/search-box.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { directionsFields } from '../prescription-pad/directions-fields.ts'
import { amountText, labelText, type PrescriptionFormTranslate } from '../prescription-pad/label-text.ts'
import {
  defaultUnit,
  draftFromPattern,
  newDraft,
  patternFromDraft,
  validatePattern,
  type PrescriptionDraft,
} from '../prescription-pad/prescription-draft.ts'
import { prescriptionFieldsStyles } from '../prescription-pad/prescription-fields.styles.ts'
import { prescriptionFormMessages } from '../prescription-pad/prescription-form.messages.ts'
import { supplyFields } from '../prescription-pad/supply-fields.ts'
import { chosenList } from './chosen-list.ts'
import { most } from './order-set-draft.ts'
import type { orderSetsEn } from './order-sets.en.ts'

interface Written {
  readonly draft: PrescriptionDraft
  /** Its place in the set; null for another one. */
  readonly at: number | null
}

/** The prescriptions of an order set, and the form of one of them. They are for no patient: each is checked and signed when the set is used. */
export class OrderSetPrescriptions {
  readonly #host: VisitElement
  readonly #t: Translate<typeof orderSetsEn>
  readonly #words: PrescriptionFormTranslate
  readonly #client: () => VisitClient | null
  readonly #set: (prescriptions: PrescriptionPattern[]) => void
  readonly #search: SearchBox<Medication>
  /** By RxNorm code; of those that are on the list. */
  readonly #medications = new Map<string, Medication>()
  #patterns: readonly PrescriptionPattern[] = []
  #written: Written | null = null
  #showsFaults = false
  #showsOpen = false
  /** The names of those in the set are on their way: a button that appears later would move the other. */
  #isReading = false

  constructor(
    host: VisitElement,
    t: Translate<typeof orderSetsEn>,
    client: () => VisitClient | null,
    set: (prescriptions: PrescriptionPattern[]) => void,
  ) {
    this.#host = host
    this.#t = t
    this.#client = client
    this.#set = set
    this.#words = host.language.bundle(prescriptionFormMessages)
    adoptStyles(host, [prescriptionFieldsStyles])
    this.#search = new SearchBox<Medication>(host, {
      find: async (search, signal) => (await client()?.medications.search({ search }, { signal }))?.items ?? [],
      // Like a favorite: a prescriber writes those from the beginning.
      isRefused: ({ schedule }) => schedule !== undefined,
      picked: (medication) => this.#begin({ draft: newDraft(medication), at: null }),
    })
  }

  /** For a set that is written now. */
  open(patterns: readonly PrescriptionPattern[]): void {
    this.close()
    void this.#readMedications(patterns)
  }

  close(): void {
    this.#written = null
    this.#showsFaults = this.#showsOpen = this.#isReading = false
    this.#search.clear()
  }

  reset(): void {
    this.close()
    this.#medications.clear()
  }

  /** Whether one is written that is not in the set yet. Then it is said there. */
  refuseOpen(): boolean {
    if (!this.#written) return false
    this.#showsOpen = true
    this.#host.requestUpdate()
    void moveFocus(this.#host, '#prescription-heading')
    return true
  }

  /** A name that cannot be read is left out: the code is shown. */
  async #readMedications(patterns: readonly PrescriptionPattern[]): Promise<void> {
    const client = this.#client()
    if (!client || patterns.length === 0) return
    this.#isReading = true
    const found = await Promise.all(
      patterns.map(
        async ({ rxcui }) =>
          this.#medications.get(rxcui) ?? (await findMedication(client, rxcui).catch(() => undefined)),
      ),
    )
    for (const medication of found) if (medication) this.#medications.set(medication.rxcui, medication)
    this.#isReading = false
    this.#host.requestUpdate()
  }

  #begin(written: Written): void {
    this.#written = written
    this.#showsFaults = this.#showsOpen = false
    this.#medications.set(written.draft.medication.rxcui, written.draft.medication)
    this.#host.requestUpdate()
    void moveFocus(this.#host, '#dose')
  }

  #change(more: Partial<PrescriptionDraft>): void {
    if (this.#written) this.#written = { ...this.#written, draft: { ...this.#written.draft, ...more } }
    this.#host.requestUpdate()
  }

  #put(): void {
    if (!this.#written) return
    const { draft, at } = this.#written
    const [fault] = validatePattern(draft)
    const pattern = fault === undefined ? patternFromDraft(draft) : null
    if (!pattern) {
      this.#showsFaults = true
      this.#host.requestUpdate()
      if (fault) void moveFocus(this.#host, `#${fault}`)
      return
    }
    this.close()
    this.#set(at === null ? [...this.#patterns, pattern] : this.#patterns.with(at, pattern))
    this.#host.announce(this.#t('prescriptionAdded', { name: draft.medication.name }))
    void moveFocus(this.#host, '#prescriptions-heading')
  }

  #leave(): void {
    this.close()
    this.#host.requestUpdate()
    void moveFocus(this.#host, '#prescriptions-heading')
  }

  #about(pattern: PrescriptionPattern, medication: Medication): TemplateResult {
    const [words, { format }] = [this.#words, this.#host]
    return html`<span class="small muted"
      ><span dir="auto">${labelText(words, format, pattern.directions)}</span> ${words('favoriteAmount', {
        quantity: amountText(words, format, pattern.quantity, defaultUnit(medication)),
        refills: pattern.refills === 0 ? words('noRefills') : words('refillCount', { count: pattern.refills }),
      })}</span
    >`
  }

  #chosen(patterns: readonly PrescriptionPattern[]): unknown {
    const [t, { format }] = [this.#t, this.#host]
    if (this.#isReading) return html`<span class="skeleton" aria-busy="true"></span>`
    const items = patterns.map((pattern, at) => {
      const { rxcui, quantity, daysSupply } = pattern
      const medication = this.#medications.get(rxcui)
      if (!medication) {
        const amount = { quantity: format.number(quantity), days: format.number(daysSupply) }
        return { key: rxcui, words: t('prescriptionLine', { code: rxcui, ...amount }) }
      }
      return {
        ...{ key: rxcui, words: medication.name, about: this.#about(pattern, medication) },
        change: this.#written ? undefined : () => this.#begin({ draft: draftFromPattern(medication, pattern), at }),
      }
    })
    return chosenList(t, items, (at) => {
      // What is written is for the place of one of them.
      this.close()
      this.#set(patterns.toSpliced(at, 1))
    })
  }

  render(patterns: readonly PrescriptionPattern[]): TemplateResult {
    const t = this.#t
    this.#patterns = patterns
    return html`<section class="stack" aria-labelledby="prescriptions-heading">
      <div class="tight">
        <p class="label" id="prescriptions-heading" tabindex="-1">${t('prescriptions')}</p>
        <p class="hint">${t('prescriptionsHint', { most: this.#host.format.number(most.prescriptions) })}</p>
      </div>
      ${this.#chosen(patterns)}
      ${this.#written ? this.#form(this.#written) : patterns.length < most.prescriptions ? this.#find() : nothing}
    </section>`
  }

  #find(): TemplateResult {
    const words = this.#words
    return this.#search.render({
      id: 'medicine',
      label: this.#t('addPrescription'),
      hint: this.#t('addPrescriptionHint'),
      option: ({ name, schedule }) =>
        html`<span lang="en" dir="ltr">${name}</span>${
            schedule ? html`<span class="chip warn">${words('schedule', { schedule })}</span>` : nothing
          }`,
    })
  }

  #form({ draft, at }: Written): TemplateResult {
    const [t, words] = [this.#t, this.#words]
    const view = {
      ...{ t: words, format: this.#host.format },
      writer: { change: (more: Partial<PrescriptionDraft>) => this.#change(more) },
    }
    const faults = this.#showsFaults ? validatePattern(draft) : []
    return html`<div
      class="stack within"
      role="group"
      aria-labelledby="prescription-heading"
      @keydown=${(event: KeyboardEvent) => {
        // In a field, Enter is for this form and not for the one around it.
        if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
        event.preventDefault()
        this.#put()
      }}
    >
      <p id="prescription-heading" tabindex="-1"><b lang="en" dir="ltr">${draft.medication.name}</b></p>
      ${this.#showsOpen ? html`<p class="error" role="alert">${t('prescriptionOpen')}</p>` : nothing}
      ${directionsFields(view, draft, faults)} ${supplyFields(view, draft, faults)}
      <div class="row wrap">
        <button class="btn" type="button" @click=${() => this.#put()}>
          ${t(at === null ? 'addToSet' : 'changeInSet')}
        </button>
        <button class="btn quiet" type="button" @click=${() => this.#leave()}>
          ${t(at === null ? 'leaveOut' : 'leaveAsIs')}
        </button>
      </div>
    </div>`
  }
}
