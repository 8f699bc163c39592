import { html, nothing, type TemplateResult } from 'lit'
import type { Allergy, Patient, Prescription, ReportedMedication, VisitClient } from '@visitkit/sdk'
import type { Translate } from '../core/localize.ts'
import type { Problem } from '../core/problem.ts'
import { toProblem } from '../core/problem.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { stillRightEn } from './still-right.en.ts'
import { stillRightMessages } from './still-right.messages.ts'

export interface StillRightView {
  readonly busy: boolean
  /** Why it could not be sent. */
  readonly problem: Problem | undefined
  readonly onAnswer: (isUnchanged: boolean) => void
}

/** Null for a person who may act in the visit, but not read the record. */
interface Facts {
  readonly medicines: readonly Prescription[]
  /** Not prescribed here. */
  readonly reported: readonly ReportedMedication[]
  readonly allergies: { readonly asked: boolean; readonly items: readonly Allergy[] }
  readonly patient: Patient
}

const readFacts = async (client: VisitClient, patientId: string, signal: AbortSignal): Promise<Facts | null> => {
  try {
    const [medicines, { items: reported }, allergies, patient] = await Promise.all([
      client.prescriptions.ofPatient(patientId, { active: true }, { signal }).toArray(100),
      client.reportedMedications.ofPatient(patientId, { signal }),
      client.allergies.ofPatient(patientId, { signal }),
      client.patients.get(patientId, { signal }),
    ])
    return { medicines, reported, allergies, patient }
  } catch (error) {
    if (toProblem(error).code === 'outside_proxy_scope') return null
    throw error
  }
}

export const readStillRight = async (
  host: VisitElement,
  client: VisitClient,
  patientId: string,
  signal: AbortSignal,
): Promise<StillRight> => {
  const t = host.language.bundle(stillRightMessages)
  host.language.refresh()
  return new StillRight(host, t, await readFacts(client, patientId, signal))
}

/** What the record says about the patient, to be confirmed with one press. */
export class StillRight {
  readonly #host: VisitElement
  readonly #t: Translate<typeof stillRightEn>
  readonly #facts: Facts | null

  constructor(host: VisitElement, t: Translate<typeof stillRightEn>, facts: Facts | null) {
    this.#host = host
    this.#t = t
    this.#facts = facts
  }

  #medicines({ medicines }: Facts): unknown {
    if (medicines.length === 0) return this.#t('noMedicines')
    return medicines.map(({ medication: { name } }) => html`<p lang="en" dir="ltr">${name}</p>`)
  }

  #reported({ reported }: Facts): unknown {
    const active = reported.filter(({ status }) => status === 'active')
    if (active.length === 0) return this.#t('noReported')
    return active.map(({ medication: { name } }) => html`<p dir="auto">${name}</p>`)
  }

  #allergies({ allergies: { asked, items } }: Facts): unknown {
    const names = items.filter(({ status }) => status === 'active').map(({ substance }) => substance.name)
    if (names.length === 0) return this.#t(asked ? 'noAllergies' : 'notAsked')
    return names.map((name) => html`<p dir="auto">${name}</p>`)
  }

  #address({ patient: { address } }: Facts): unknown {
    if (!address) return this.#t('noAddress')
    const { line1, line2, city, state, postalCode } = address
    const lines = [line1, line2, [`${city}, ${state}`, postalCode].filter(Boolean).join(' ')]
    return lines.filter(Boolean).map((line) => html`<p dir="auto">${line}</p>`)
  }

  #list(facts: Facts): TemplateResult {
    const entry = (name: 'medicines' | 'reported' | 'allergies' | 'address', value: unknown): TemplateResult =>
      html`<div>
        <dt class="small muted">${this.#t(name)}</dt>
        <dd>${value}</dd>
      </div>`
    return html`<dl class="facts">
      ${entry('medicines', this.#medicines(facts))} ${entry('reported', this.#reported(facts))}
      ${entry('allergies', this.#allergies(facts))} ${entry('address', this.#address(facts))}
    </dl>`
  }

  render({ busy, problem, onAnswer }: StillRightView): TemplateResult {
    const t = this.#t
    const disabled = busy ? 'true' : 'false'
    return html`<div class="card pad stack">
      <div class="tight">
        <h2 id="question" tabindex="-1">${t('heading')}</h2>
        <p class="muted">${t(this.#facts ? 'text' : 'hidden')}</p>
      </div>
      ${this.#facts ? this.#list(this.#facts) : nothing} ${problem ? problemView(this.#host, problem) : nothing}
      <div class="row wrap">
        <button class="btn primary" type="button" aria-disabled=${disabled} @click=${() => onAnswer(true)}>
          ${t(busy ? 'sending' : 'yes')}
        </button>
        <button class="btn" type="button" aria-disabled=${disabled} @click=${() => onAnswer(false)}>${t('no')}</button>
      </div>
    </div>`
  }
}
