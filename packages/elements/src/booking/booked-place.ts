import { html, nothing, type TemplateResult } from 'lit'
import type { EndView } from './end-view.ts'

/** For which state the visit is booked, and what to do if the patient will be in another one: a later check-in there is refused. */
export const bookedPlace = (view: EndView): TemplateResult | typeof nothing => {
  const place = view.place?.text(view)
  return place ? html`<p>${place} ${view.end('bookedWhere')}</p>` : nothing
}
