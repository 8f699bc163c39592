import { html, nothing, type TemplateResult } from 'lit'
import { dependsOnState } from '../../core/depends-on-state.ts'
import { iconInfo } from '../../core/icons.ts'
import { stateField } from '../../core/state-field.ts'
import { stateText } from '../../core/state-text.ts'
import { stateName } from '../../core/us-states.ts'
import type { NewVisitView } from './new-visit-view.ts'

/** "State where the patient will be". Not shown where it changes nothing; of several patients each is in their home state. */
export const placeField = (view: NewVisitView): TemplateResult | typeof nothing => {
  const { t, flow } = view
  const { visitType, state } = flow.wanted
  const [patient, second] = flow.patients
  if (!patient || !visitType || !dependsOnState(visitType)) return nothing
  if (second) return html`<p class="hint">${eachAtHome(view)}</p>`
  const isHome = flow.state === patient.state
  return stateField({
    id: 'state',
    label: t('state'),
    chosen: flow.state ?? '',
    hint: t(isHome ? 'stateHome' : 'stateAway', { home: stateName(patient.state) }),
    choose: (chosen) => chosen !== state && flow.choose({ state: chosen }),
  })
}

/** Where the patient will be, for the last check and the times. Null where it changes nothing. */
export const placeText = (view: NewVisitView): unknown => {
  const { t, flow } = view
  const { visitType } = flow.wanted
  if (!visitType || !dependsOnState(visitType)) return null
  if (flow.patients.length > 1) return eachAtHome(view)
  const [patient] = flow.patients
  if (!patient || !flow.state) return null
  return flow.state === patient.state ? t.rich('inHome', { state: stateText(flow.state) }) : stateText(flow.state)
}

/** For which state the times are. */
export const placeLine = (view: NewVisitView): TemplateResult | typeof nothing => {
  const place = placeText(view)
  return place ? html`<p class="small">${view.t('place')}: ${place}</p>` : nothing
}

const eachAtHome = ({ host, t, flow }: NewVisitView): string =>
  t('eachAtHome', {
    places: host.format.and(
      flow.patients.map(({ displayName: name, state }) => t('inState', { name, state: stateName(state) })),
    ),
  })

/** There are no times, because no one has a license where the patient will be: what can be done. */
export const noLicense = ({ host, t, flow, time, goTo }: NewVisitView): TemplateResult => {
  const { practitionerId } = time.choice
  const one = flow.practitioners.find(({ id }) => id === practitionerId)
  const state = flow.state ? stateText(flow.state) : null
  const name = html`<bdi>${one?.displayName}</bdi>`
  return html`<div class="banner" role="status">
    ${iconInfo}
    <div class="stack">
      <div class="tight">
        <h3 class="part" aria-level=${host.headingLevel + 1}>
          <span
            >${!state ? t('noLicenseEach') : one ? t.rich('noLicenseOne', { name, state }) : t.rich('noLicense', { state })}</span
          >
        </h3>
        <p>${t(state ? 'noLicenseHint' : 'noLicenseEachHint')}</p>
      </div>
      <div><button class="btn" type="button" @click=${() => goTo('what')}>${t('changeVisit')}</button></div>
    </div>
  </div>`
}
