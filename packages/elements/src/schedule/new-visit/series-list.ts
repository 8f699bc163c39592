import { html, nothing, type TemplateResult } from 'lit'
import type { SeriesOccurrence, SeriesPreview } from '@visitkit/sdk'
import type { NewVisitView } from './new-visit-view.ts'

/** Each visit of the rule: whether it works, why not, and what is booked in its place. */
export const seriesList = (view: NewVisitView, { occurrences }: SeriesPreview): TemplateResult => {
  const { t } = view
  const free = occurrences.filter(({ works }) => works).length
  return html`<section class="card" part="occurrences" aria-labelledby="occurrences">
    <h3 class="pad head num" id="occurrences" tabindex="-1">
      ${t('occurrences', { count: occurrences.length, free: view.host.format.number(free) })}
    </h3>
    <ol class="rows">
      ${occurrences.map((one) => oneOccurrence(view, one))}
    </ol>
  </section>`
}

const oneOccurrence = (view: NewVisitView, one: SeriesOccurrence): TemplateResult => {
  const { host, t, flow } = view
  const words = host.format.at(flow.series.zone)
  const time = words.moment(one.start)
  return html`<li>
    <span class="tight grow">
      <b class="num">${time}</b>
      ${one.works ? nothing : html`<span class="small">${one.reason ? t(`reason_${one.reason}`) : t('reason_unknown')}</span>`}
    </span>
    <span class="chip ${one.works ? 'ok' : 'warn'}">${t(one.works ? 'works' : 'worksNot')}</span>
    ${one.works ? included(view, one, time) : instead(view, one, time)}
  </li>`
}

const included = ({ t, flow }: NewVisitView, one: SeriesOccurrence, time: string): TemplateResult =>
  html`<label class="choice plain">
    <input
      type="checkbox"
      aria-label=${t('includeAt', { time })}
      .checked=${flow.series.startOf(one) !== null}
      @change=${({ target }: Event) => flow.series.choose(one, (target as HTMLInputElement).checked ? one.start : null)}
    />
    ${t('include')}
  </label>`

const instead = ({ host, t, flow }: NewVisitView, one: SeriesOccurrence, time: string): TemplateResult => {
  const chosen = flow.series.startOf(one)
  const words = host.format.at(flow.series.zone)
  return html`<select
    class="instead"
    aria-label=${t('insteadOf', { time })}
    @change=${({ target }: Event) => flow.series.choose(one, (target as HTMLSelectElement).value || null)}
  >
    <option value="" .selected=${chosen === null}>${t('leaveOut')}</option>
    ${one.nearest.map(
      (start) => html`<option value=${start} .selected=${start === chosen}>${words.moment(start)}</option>`,
    )}
  </select>`
}
