import { html, nothing, type TemplateResult } from 'lit'
import type { Patient, VisitClient } from '@visitkit/sdk'
import { Loader } from './loader.ts'
import type { VisitElement } from './visit-element.ts'
import { wholeName } from './whole-name.ts'

/** The patient's name and birth date, shown where a person writes and where they sign, to prevent a mix-up of patients. */
export class PatientLabel {
  readonly #host: VisitElement
  readonly #patient: Loader<Patient>

  constructor(host: VisitElement) {
    this.#host = host
    this.#patient = new Loader(host)
  }

  /** Undefined until it is loaded. */
  get name(): string | undefined {
    const name = this.#patient.value?.name
    return name && wholeName(name)
  }

  open(client: VisitClient, patientId: string, signal: AbortSignal): void {
    if (this.#patient.value?.id !== patientId) this.reset()
    void this.#patient.run(() => client.patients.get(patientId, { signal }), { quietly: true })
  }

  reset(): void {
    this.#patient.reset()
  }

  render(): TemplateResult | typeof nothing {
    const { value } = this.#patient
    if (!value) return nothing
    const { core, format } = this.#host
    const date = format.at('UTC').date(value.birthDate)
    return html`<p class="small num">
      ${core.rich('patientLine', { name: html`<b dir="auto">${this.name}</b>`, date })}
    </p>`
  }
}
