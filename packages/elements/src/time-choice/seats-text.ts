import { html, nothing, type TemplateResult } from 'lit'
import { seatsOf, type Slot } from './slot-calendar.ts'
import type { TimeView } from './time-view.ts'

/** How many more patients can take part in a group visit at this time. */
export const seatsText = ({ choice, t }: TimeView, slot: Slot): TemplateResult | typeof nothing => {
  const count = seatsOf(slot, choice.practitionerId ?? null)
  return count === null ? nothing : html`<span class="small seats">${t('seats', { count })}</span>`
}
