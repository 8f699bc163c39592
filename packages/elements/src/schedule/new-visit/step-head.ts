import { html, nothing, type TemplateResult } from 'lit'
import { visitText } from '../../time-choice/visit-text.ts'
import { backButton } from '../back-button.ts'
import type { NewVisitStep } from './wanted-visit.ts'
import type { NewVisitView } from './new-visit-view.ts'

/** The way back, to the calendar or to an earlier step, and the question. */
export const stepHead = (view: NewVisitView, heading: string, back?: NewVisitStep): TemplateResult => {
  const { host, t, schedule, goTo } = view
  return html`<div class="tight">
    <div class="row wrap">
      ${backButton(schedule)}
      ${
        back
          ? html`<button class="btn quiet small" type="button" @click=${() => goTo(back)}>${t('back')}</button>`
          : nothing
      }
    </div>
    <h2 id="heading" part="heading" tabindex="-1" aria-level=${host.headingLevel}>${heading}</h2>
    ${back ? whatIsWanted(view) : nothing}
  </div>`
}

/** For whom, what and with whom. */
const whatIsWanted = ({ host, t, time, flow }: NewVisitView): TemplateResult => {
  const { visitType } = flow.wanted
  const names = flow.patients.map(({ displayName }) => displayName)
  const practitioner = flow.practitioners.find(({ id }) => id === time.choice.practitionerId)
  return html`<p>
      <b><bdi>${host.format.and(names)}</bdi></b>
    </p>
    <p class="small muted">
      <bdi>${visitType ? visitText(time, visitType) : ''}</bdi> ·
      <bdi>${practitioner?.displayName ?? t('anyone')}</bdi>
    </p>`
}
