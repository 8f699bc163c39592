import { html, type TemplateResult } from 'lit'
import { moveFocus } from '../core/focus.ts'
import type { Translate } from '../core/localize.ts'
import { stateField } from '../core/state-field.ts'
import { patientName, type BookingView } from './booking-view.ts'
import { stepHead } from './step-head.ts'
import type { visitPlaceEn } from './visit-place.en.ts'

type Words = Translate<typeof visitPlaceEn>

/** "Where will you be at the visit?" Asked if the home state is not known, or if the person changes it. */
export const chooseState = (view: BookingView, t: Words): TemplateResult => {
  const { flow, host } = view
  const name = patientName(view)
  const submit = (event: Event): void => {
    event.preventDefault()
    const state = (event.target as HTMLElement).querySelector('select')?.value ?? ''
    if (state) return flow.chooseState(state)
    flow.place.isMissing = true
    host.requestUpdate()
    void moveFocus(host, '#state')
  }
  return html`<form class="stack" novalidate @submit=${submit}>
    ${stepHead(view, name === undefined ? t('stateHeading') : t('stateHeadingFor', { name }))}
    ${stateField({
      id: 'state',
      label: t('state'),
      chosen: flow.place.state ?? '',
      empty: flow.place.state ? undefined : t('chooseState'),
      hint: t('stateHint'),
      error: flow.place.isMissing ? t('stateMissing') : undefined,
      choose: () => {
        flow.place.isMissing = false
      },
    })}
    <div><button class="btn primary" type="submit">${t('stateNext')}</button></div>
  </form>`
}
