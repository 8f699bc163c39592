import { html, nothing, type TemplateResult } from 'lit'
import type { SupplyEdit } from '../supply-edit.ts'
import type { SupplyView } from './supply-view.ts'

interface SaveOptions {
  /** The text of the button when no visit is affected. */
  readonly save: string
  readonly cancel: () => void
}

/** The button that saves, which says how many patients are asked for another time, and the way back to the list. */
export const saveRow = (
  { words, supply }: SupplyView,
  { busy, affected }: SupplyEdit<unknown>,
  { save, cancel }: SaveOptions,
): TemplateResult => {
  const { count } = affected
  const text = busy ? words('saving') : count > 0 ? supply('saveAffected', { count }) : save
  return html`<div class="row wrap">
    <button class="btn primary" type="submit" aria-disabled=${busy ? 'true' : nothing}>${text}</button>
    <button class="btn" type="button" @click=${cancel}>${supply('notNow')}</button>
  </div>`
}
