import { html, nothing, type TemplateResult } from 'lit'
import type { DiagnosisCode, DiagnosisSearchHint, NoteDiagnosis } from '@visitkit/sdk'
import { diagnosisSearchMessages } from './diagnosis-search.messages.ts'
import type { Translate } from './localize.ts'
import type { diagnosisSearchEn } from './diagnosis-search.en.ts'
import { SearchBox } from './search-box.ts'
import type { VisitElement } from './visit-element.ts'

/** A diagnosis that was chosen or is offered. */
export type ChosenDiagnosis = Pick<DiagnosisCode, 'code' | 'display'> & Partial<Pick<DiagnosisCode, 'match'>>

interface FoundDiagnoses {
  readonly items: readonly DiagnosisCode[]
  readonly hint?: DiagnosisSearchHint
}

interface DiagnosisSearchOptions {
  readonly find: (text: string, signal: AbortSignal) => Promise<FoundDiagnoses | undefined> | undefined
  readonly picked: (diagnosis: ChosenDiagnosis) => void
  /** Offered before any input, e.g. those of the note. */
  readonly offered?: () => readonly ChosenDiagnosis[]
}

interface DiagnosisSearchView {
  readonly id: string
  readonly label: string
  readonly hint: string
}

/** The search for a diagnosis, with the reason why a code was found, and what to try when none was. */
export class DiagnosisSearch {
  readonly #box: SearchBox<ChosenDiagnosis>
  readonly #t: Translate<typeof diagnosisSearchEn>
  #typed = ''
  #hint: DiagnosisSearchHint | undefined

  constructor(host: VisitElement, { find, picked, offered = () => [] }: DiagnosisSearchOptions) {
    this.#t = host.language.bundle(diagnosisSearchMessages)
    this.#box = new SearchBox<ChosenDiagnosis>(host, {
      find: async (text, signal) => {
        const found = await find(text, signal)
        this.#typed = text.toLowerCase()
        this.#hint = found?.hint
        return found?.items ?? []
      },
      picked,
      offered,
    })
  }

  clear(): void {
    this.#box.clear()
  }

  /** The word that was found instead of the typed one. */
  #reason({ match }: ChosenDiagnosis): unknown {
    const { by, term } = match ?? {}
    if (by === undefined || by === 'code' || by === 'words') return nothing
    if (term === undefined || term === this.#typed) return nothing
    return html`<span class="small muted">${this.#t.rich(by, { term: html`<bdi lang="en">${term}</bdi>` })}</span>`
  }

  render(view: DiagnosisSearchView): TemplateResult {
    return this.#box.render({
      ...view,
      nothing: this.#t(this.#hint ? `hint_${this.#hint}` : 'nothing'),
      option: (one) =>
        html`<b class="num">${one.code}</b><span lang="en" dir="ltr">${one.display}</span>${this.#reason(one)}`,
    })
  }
}

/** The diagnoses of a note that have a wording, to be offered to orders. */
export const offeredFrom = (diagnoses: readonly NoteDiagnosis[]): readonly ChosenDiagnosis[] =>
  diagnoses.map(({ code, display = '' }) => ({ code, display }))
