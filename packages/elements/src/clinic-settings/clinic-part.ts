import { html, nothing, type TemplateResult } from 'lit'
import type { Loader } from '../core/loader.ts'
import { loadingRows } from '../core/loading-rows.ts'
import type { ProblemTexts } from '../core/problem-text.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'

/** The content of a page once it is read, else what it waits for or why it could not be read. */
export const loadedView = <Value>(
  host: VisitElement,
  { now }: Loader<Value>,
  { texts, loading }: { readonly texts: ProblemTexts; readonly loading: string },
  view: (value: Value) => unknown,
): unknown => {
  if (now.state === 'failed') return problemView(host, now.problem, { texts, retry: () => host.startAgain() })
  return now.state === 'ready' ? view(now.value) : loadingRows(loading, 'stack')
}

interface FieldOptions {
  readonly id: string
  readonly label: unknown
  readonly hint?: string
  readonly fault?: string | undefined
  /** The native control, given the ids of the hint and of the fault. */
  readonly control: (described: string | typeof nothing, isInvalid: 'true' | typeof nothing) => TemplateResult
}

/** A label, a hint, a control, and what is wrong with it. */
export const fieldView = ({ id, label, hint, fault, control }: FieldOptions): TemplateResult => {
  const described = [hint ? `${id}-hint` : [], fault ? `${id}-fault` : []].flat().join(' ')
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    ${control(described || nothing, fault ? 'true' : nothing)}
    ${fault ? html`<p class="error" id="${id}-fault">${fault}</p>` : nothing}
  </div>`
}

/** The button that saves a form, and the one that leaves it. */
export const saveRow = (words: {
  readonly save: string
  readonly cancel: string
  readonly busy: boolean
  readonly onCancel: () => void
}): TemplateResult =>
  html`<div class="row wrap">
    <button class="btn primary" type="submit" aria-disabled=${words.busy ? 'true' : nothing}>${words.save}</button>
    <button class="btn" type="button" @click=${words.onCancel}>${words.cancel}</button>
  </div>`
