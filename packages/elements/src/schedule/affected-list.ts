import { html, nothing, type TemplateResult } from 'lit'
import { localized } from '../core/format.ts'
import { moreButton } from '../core/more-button.ts'
import { problemView } from '../core/problem-view.ts'
import type { AffectedVisits } from './affected-visits.ts'
import type { PanelView } from './panel-view.ts'
import { patientOf } from './visit-facts.ts'

interface AffectedOptions {
  readonly again: () => void
  readonly more: () => void
}

/** How many booked visits a change affects, and which. */
export const affectedList = (
  view: PanelView,
  { seen }: AffectedVisits,
  { again, more }: AffectedOptions,
): TemplateResult | typeof nothing => {
  const { host, words } = view
  if (seen.problem) return problemView(host, seen.problem, { texts: words, retry: again })
  const { value } = seen
  if (!value) return nothing
  const { count, items, next } = value
  return html`<section class="card" part="affected" aria-labelledby="affected">
    <h3 class="pad head" id="affected" tabindex="-1">
      ${count > 0 ? words('affected', { count }) : words('affectedNone')}
    </h3>
    <ul class="rows">
      ${items.map(
        (one) =>
          html`<li>
            <span class="num when">${host.format.moment(one.start)}</span>
            <span class="tight grow">
              <b><bdi>${patientOf(view, one)}</bdi></b>
              <span class="small muted"><bdi>${localized(one.visitTypeName, host.language.tag)}</bdi></span>
            </span>
          </li>`,
      )}
    </ul>
    ${next ? html`<div class="pad">${moreButton(words('more'), { next, busy: seen.busy, onMore: more })}</div>` : nothing}
  </section>`
}
