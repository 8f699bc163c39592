import { nothing } from 'lit'
import { html, unsafeStatic } from 'lit/static-html.js'
import type { Note, OrderSet, PrescriptionPattern, VisitClient } from '@visitkit/sdk'
import { offeredFrom } from '../core/diagnosis-search.ts'
import { findMedication } from '../core/find-medication.ts'
import { moveFocus } from '../core/focus.ts'
import type { Translate } from '../core/localize.ts'
import { shortcutHint } from '../core/shortcut-hint.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { noteAidsEn } from './note-aids.en.ts'
import type { NoteDraft } from './note-draft.ts'

export type OrderKind = 'prescription' | 'lab'

interface SuggestedOrder {
  readonly kind: OrderKind
  readonly label: string
  readonly pattern?: PrescriptionPattern
  readonly tests?: readonly string[]
}

/** Prescriptions and laboratory orders from within the note, by the elements for them, whose prefix is the same. */
export class NoteOrders {
  readonly #host: VisitElement
  readonly #t: Translate<typeof noteAidsEn>
  #open: SuggestedOrder | null = null
  #suggested: readonly SuggestedOrder[] = []
  #done = ''
  /** By RxNorm code; null for a medication that cannot be prescribed any more. */
  readonly #names = new Map<string, string | null>()

  constructor(host: VisitElement, t: Translate<typeof noteAidsEn>) {
    this.#host = host
    this.#t = t
  }

  /** A form is open: what is typed is for it. */
  get isOpen(): boolean {
    return this.#open !== null
  }

  reset(): void {
    this.#open = null
    this.#suggested = []
    this.#done = ''
    this.#names.clear()
  }

  /** The orders that a chosen set proposes. */
  suggest({ prescriptions, labTests }: OrderSet, client: VisitClient | null): void {
    const t = this.#t
    this.#suggested = [
      ...(labTests.length > 0
        ? [{ kind: 'lab' as const, label: `${t('orderTest')}: ${labTests.join(', ')}`, tests: labTests }]
        : []),
      ...prescriptions.map((pattern) => ({ kind: 'prescription' as const, label: t('prescribe'), pattern })),
    ]
    this.#host.requestUpdate()
    if (client) void Promise.all(prescriptions.map(({ rxcui }) => this.#readName(client, rxcui)))
  }

  /** If it cannot be read, the order has no name. */
  async #readName(client: VisitClient, rxcui: string): Promise<void> {
    const found = await findMedication(client, rxcui).catch(() => 'unread' as const)
    if (found === 'unread') return
    this.#names.set(rxcui, found?.name ?? null)
    this.#host.requestUpdate()
  }

  /** Null if it is not offered. */
  #label({ label, pattern }: SuggestedOrder): string | null {
    const name = pattern && this.#names.get(pattern.rxcui)
    return name === null ? null : name === undefined ? label : `${label}: ${name}`
  }

  /** Opens the form; one that is open stays. */
  begin(kind: OrderKind, order: SuggestedOrder = { kind, label: '' }): void {
    if (this.#open?.kind === kind) return
    this.#open = order
    this.#done = ''
    this.#host.requestUpdate()
  }

  #signed(text: string): void {
    this.#done = text
    this.#suggested = this.#suggested.filter((each) => each !== this.#open)
    this.#host.announce(text)
    this.#host.requestUpdate()
  }

  #closed(): void {
    const kind = this.#open?.kind
    this.#open = null
    this.#host.requestUpdate()
    if (kind) void moveFocus(this.#host, kind === 'lab' ? '#order-test' : '#prescribe')
  }

  #form({ patientId, visitId }: Note, draft: NoteDraft): unknown {
    if (!this.#open) return nothing
    const { kind, pattern, tests } = this.#open
    const diagnoses = offeredFrom(draft.diagnoses)
    const name = kind === 'lab' ? 'lab-orders' : 'prescription-pad'
    const tag = unsafeStatic(this.#host.localName.replace(/note-editor$/, name))
    const level = this.#host.headingLevel + 1
    return kind === 'lab'
      ? html`<${tag} class="within" compose patient-id=${patientId} visit-id=${visitId} heading-level=${level}
          .diagnoses=${diagnoses} .tests=${tests}
          @visit-lab-ordered=${() => this.#signed(this.#t('orderDone'))}
          @visit-order-closed=${() => this.#closed()}></${tag}>`
      : html`<${tag} class="within" compose patient-id=${patientId} visit-id=${visitId} heading-level=${level}
          .diagnoses=${diagnoses} .pattern=${pattern}
          @visit-prescription-signed=${() => this.#signed(this.#t('prescriptionDone'))}
          @visit-order-closed=${() => this.#closed()}></${tag}>`
  }

  render(note: Note, draft: NoteDraft): unknown {
    const t = this.#t
    return html`<section class="part orders" aria-labelledby="orders">
      <h3 id="orders">${t('orders')}</h3>
      <div class="row wrap">
        <button
          class="btn"
          id="prescribe"
          type="button"
          aria-keyshortcuts="p"
          aria-expanded=${this.#open?.kind === 'prescription' ? 'true' : 'false'}
          @click=${() => this.begin('prescription')}
        >
          ${t('prescribe')}
        </button>
        ${shortcutHint('p')}
        <button
          class="btn"
          id="order-test"
          type="button"
          aria-keyshortcuts="l"
          aria-expanded=${this.#open?.kind === 'lab' ? 'true' : 'false'}
          @click=${() => this.begin('lab')}
        >
          ${t('orderTest')}
        </button>
        ${shortcutHint('l')} ${this.#done ? html`<span class="chip ok">${this.#done}</span>` : nothing}
      </div>
      ${
        this.#suggested.length > 0
          ? html`<p class="row wrap small">
              <span>${t('fromSet')}</span>
              ${this.#suggested.map((order) => {
                const label = this.#label(order)
                return label === null
                  ? nothing
                  : html`<button class="btn small" type="button" @click=${() => this.begin(order.kind, order)}>
                      ${label}
                    </button>`
              })}
            </p>`
          : nothing
      }
      ${this.#form(note, draft)}
    </section>`
  }
}
