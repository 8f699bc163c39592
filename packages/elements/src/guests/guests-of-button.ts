import { html, type TemplateResult } from 'lit'
import { iconGuests } from '../core/icons.ts'
import type { GuestsOfList, VisitOfList } from './guests-of-list.ts'

/** @param label - What is on it. @param name - With the visit, for a reader of the screen. */
export const guestsOfButton = (
  guests: GuestsOfList,
  visit: VisitOfList,
  { label, name, more = 'small' }: { readonly label: string; readonly name: string; readonly more?: string },
): TemplateResult =>
  html`<button
    class="btn ${more}"
    type="button"
    aria-haspopup="dialog"
    aria-label=${name}
    data-guests-of=${visit.appointmentId}
    @click=${() => guests.open(visit)}
  >
    ${iconGuests} ${label}
  </button>`
