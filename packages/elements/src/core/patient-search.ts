import { html, type TemplateResult } from 'lit'
import type { PatientSummary, SearchPatients } from '@visitkit/sdk'
import { loadModule } from './load-module.ts'
import type { Translate } from './localize.ts'
import type { patientSearchEn } from './patient-search.en.ts'
import { patientSearchMessages } from './patient-search.messages.ts'
import { dayExample } from './day-example.ts'
import { searchesByName } from './search-by-name.ts'
import { SearchBox } from './search-box.ts'
import type { VisitElement } from './visit-element.ts'

interface PatientSearchOptions {
  readonly find: (
    by: SearchPatients,
    signal: AbortSignal,
  ) => Promise<{ readonly items: readonly PatientSummary[] }> | undefined
  readonly picked: (patient: PatientSummary) => void
  /** Patients that are shown and cannot be chosen. */
  readonly isRefused?: (patient: PatientSummary) => boolean
}

interface PatientSearchView {
  readonly id: string
  readonly label: string
  /** Instead of what can be typed. */
  readonly hint?: string
  readonly option: (patient: PatientSummary) => unknown
}

const phoneNumber = /^\+?[\d\s().-]+$/
const phoneDigits = 10

/** What staff typed: a telephone number if it has ten digits and nothing else, a record number if it has a digit, else a name. */
const searchesFor = (text: string): readonly SearchPatients[] => {
  if (phoneNumber.test(text) && text.replaceAll(/\D/g, '').length >= phoneDigits) return [{ phone: text }]
  return /\d/.test(text) ? [{ recordNumber: text }] : searchesByName(text)
}

/** Finds a patient for staff by name, birth date as the language writes it, record number or telephone number. */
export class PatientSearch {
  readonly #host: VisitElement
  readonly #t: Translate<typeof patientSearchEn>
  readonly #box: SearchBox<PatientSummary>

  constructor(host: VisitElement, { find, picked, isRefused }: PatientSearchOptions) {
    this.#host = host
    this.#t = host.language.bundle(patientSearchMessages)
    this.#box = new SearchBox<PatientSummary>(host, {
      find: async (text, signal) => {
        const { readDay } = await loadModule(import('./read-day.ts'))
        const typed = readDay(text, this.#tag)
        if (typed && 'fault' in typed)
          return () => this.#t(`fault_${typed.fault}`, { typed: text, example: dayExample(this.#tag) })
        for (const by of typed ? [{ birthDate: typed.day }] : searchesFor(text)) {
          const found = await find(by, signal)
          if (found && found.items.length > 0) return found.items
        }
        return []
      },
      picked,
      ...(isRefused && { isRefused }),
    })
  }

  get #tag(): string {
    return this.#host.format.tag
  }

  clear(): void {
    this.#box.clear()
  }

  render({ id, label, hint, option }: PatientSearchView): TemplateResult {
    const example = dayExample(this.#tag)
    const marked = (patient: PatientSummary): unknown =>
      patient.replacedBy === undefined
        ? option(patient)
        : html`${option(patient)} <span class="chip warn">${this.#t('replaced')}</span>`
    return this.#box.render({ id, label, option: marked, hint: hint ?? this.#t('hint', { example }) })
  }
}
