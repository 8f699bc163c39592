import { html, type TemplateResult } from 'lit'
import { localized } from '../core/format.ts'
import { iconNext } from '../core/icons.ts'
import type { BookingView } from './booking-view.ts'
import { stepHead } from './step-head.ts'

/** "What do you need help with?" */
export const chooseSpecialty = (view: BookingView): TemplateResult => {
  const { host, flow, t } = view
  const { specialties = [], visitTypes = [] } = flow.catalog.value ?? {}
  return html`<div class="stack">
    ${stepHead(view, t('specialtyHeading'))}
    <ul class="card picks">
      ${specialties.map(({ code, name }) => {
        const count = visitTypes.filter(({ specialty }) => specialty === code).length
        return html`<li>
          <button class="pick" type="button" @click=${() => flow.chooseSpecialty(code)}>
            <span class="grow"
              ><b><bdi>${localized(name, host.language.tag)}</bdi></b
              ><br /><span class="small muted">${t('visitTypes', { count })}</span></span
            >
            ${iconNext}
          </button>
        </li>`
      })}
    </ul>
  </div>`
}

/** "What kind of visit?" */
export const chooseVisitType = (view: BookingView): TemplateResult => {
  const { host, flow, t, time } = view
  return html`<div class="stack">
    ${stepHead(view, t('visitHeading'))}
    <ul class="card picks">
      ${flow.visitTypes.map(
        (type) =>
          html`<li>
            <button class="pick" type="button" @click=${() => flow.chooseVisitType(type)}>
              <span class="grow tight">
                <b><bdi>${localized(type.name, host.language.tag)}</bdi></b>
                <bdi class="small">${localized(type.description, host.language.tag)}</bdi>
                <span class="small muted num"
                  >${host.format.list([time.t(`modality_${type.modality}`), host.format.minutes(type.minutes)])}</span
                >
              </span>
              ${iconNext}
            </button>
          </li>`,
      )}
    </ul>
  </div>`
}
