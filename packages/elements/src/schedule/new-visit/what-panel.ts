import { html, nothing, type TemplateResult } from 'lit'
import type { PatientSummary } from '@visitkit/sdk'
import { localized } from '../../core/format.ts'
import type { PatientSearch } from '../../core/patient-search.ts'
import { resourceChoice } from '../resource-choice.ts'
import type { NewVisitView } from './new-visit-view.ts'
import { placeField } from './place-field.ts'
import { stepHead } from './step-head.ts'
import { typeFacts } from './type-facts.ts'
import { MOST_PATIENTS, type WhatFault } from './wanted-visit.ts'

interface WhatOptions {
  readonly search: PatientSearch
  readonly remove: (patient: PatientSummary) => void
  readonly next: () => void
  /** While nothing is known that could be chosen: why. */
  readonly instead: unknown
}

/** "New visit": for whom, what, with whom, in which language, and whether it repeats. */
export const whatPanel = (view: NewVisitView, options: WhatOptions): TemplateResult => {
  const { t, flow } = view
  return html`<form
    class="stack"
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault()
      options.next()
    }}
  >
    ${stepHead(view, t('heading'))} ${flow.catalog.value ? fields(view, options) : options.instead}
  </form>`
}

const fields = (view: NewVisitView, options: WhatOptions): TemplateResult => {
  const { t, flow } = view
  const { repeats } = flow.wanted
  return html`${patientFields(view, options)}
    <div class="fields">
      ${typeField(view)} ${placeField(view)} ${practitionerField(view)} ${languageFields(view)} ${resourceField(view)}
    </div>
    <div class="tight">
      <label class="choice plain">
        <input
          type="checkbox"
          id="repeats"
          .checked=${repeats}
          @change=${({ target }: Event) => flow.choose({ repeats: (target as HTMLInputElement).checked })}
        />
        ${t('repeats')}
      </label>
      ${faultText(view, 'one')}
    </div>
    <div class="row wrap">
      <button class="btn primary" type="submit">${t(repeats ? 'planSeries' : 'findTimes')}</button>
    </div>`
}

/** A sentence for a fault of this form, at its field. */
const faultText = ({ t, flow }: NewVisitView, fault: WhatFault): TemplateResult | typeof nothing =>
  flow.fault === fault ? html`<p class="error" id="fault-${fault}" role="alert">${t(`fault_${fault}`)}</p>` : nothing

const patientFields = (view: NewVisitView, { search, remove }: WhatOptions): TemplateResult => {
  const { host, t, flow } = view
  const { patients } = flow
  const isMore = patients.length > 0
  const canAdd = patients.length < MOST_PATIENTS && !(isMore && (flow.isGroup || flow.wanted.repeats))
  return html`<section class="tight" aria-labelledby="patients">
    <h3 id="patients">${t(patients.length > 1 ? 'patientsInARow' : 'patient')}</h3>
    ${
      isMore
        ? html`<ol class="card rows" part="patients">
            ${patients.map(
              (patient) =>
                html`<li>
                  <span class="tight grow">
                    <b><bdi>${patient.displayName}</bdi></b>
                    <span class="small muted">${patientText(view, patient)}</span>
                  </span>
                  <button
                    class="btn small"
                    type="button"
                    aria-label=${t('removePatient', { name: patient.displayName })}
                    @click=${() => remove(patient)}
                  >
                    ${t('remove')}
                  </button>
                </li>`,
            )}
          </ol>`
        : nothing
    }
    ${
      canAdd
        ? search.render({
            ...{ id: 'find-patient', label: t(isMore ? 'anotherPatient' : 'findPatient') },
            ...(isMore && { hint: t('anotherHint') }),
            option: ({ displayName, age }) =>
              html`<b>${displayName}</b> <span class="small muted">${host.core('patientAge', { count: age })}</span>`,
          })
        : nothing
    }
    ${faultText(view, 'patient')} ${faultText(view, 'group')}
  </section>`
}

const patientText = ({ host, t }: NewVisitView, { age, language, interpreterLanguage }: PatientSummary): string =>
  host.format.list([
    host.core('patientAge', { count: age }),
    host.format.languageName(language),
    ...(interpreterLanguage
      ? [t('needsInterpreter', { language: host.format.languageName(interpreterLanguage) })]
      : []),
  ])

const chosen = ({ target }: Event): string => (target as HTMLSelectElement).value

const typeField = (view: NewVisitView): TemplateResult => {
  const { host, t, flow } = view
  const { visitType } = flow.wanted
  const types = flow.catalog.value?.visitTypes ?? []
  return html`<div class="field">
    <label for="type">${t('type')}</label>
    <select
      id="type"
      aria-invalid=${flow.fault === 'type' ? 'true' : nothing}
      aria-describedby=${flow.fault === 'type' ? 'fault-type' : visitType ? 'type-facts' : nothing}
      @change=${(event: Event) => flow.choose({ visitType: types.find(({ id }) => id === chosen(event)) ?? null })}
    >
      ${visitType ? nothing : html`<option value="" selected>${t('chooseType')}</option>`}
      ${types.map(
        (type) =>
          html`<option value=${type.id} .selected=${type.id === visitType?.id}>
            ${localized(type.name, host.language.tag)}
          </option>`,
      )}
    </select>
    ${visitType ? typeFacts(view, visitType) : nothing} ${faultText(view, 'type')}
  </div>`
}

const practitionerField = (view: NewVisitView): TemplateResult => {
  const { t, flow } = view
  const { practitionerId } = flow.wanted
  const isInvalid = flow.fault === 'practitioner'
  return html`<div class="field">
    <label for="practitioner">${t('with')}</label>
    <select
      id="practitioner"
      aria-invalid=${isInvalid ? 'true' : nothing}
      aria-describedby=${isInvalid ? 'fault-practitioner' : nothing}
      @change=${(event: Event) => flow.choose({ practitionerId: chosen(event) || null })}
    >
      <option value="" .selected=${!flow.practitioners.some(({ id }) => id === practitionerId)}>${t('anyone')}</option>
      ${flow.practitioners.map(
        ({ id, displayName }) => html`<option value=${id} .selected=${id === practitionerId}>${displayName}</option>`,
      )}
    </select>
    ${faultText(view, 'practitioner')}
  </div>`
}

const languageFields = ({ host, t, flow }: NewVisitView): TemplateResult => {
  const { catalog, wanted } = flow
  const { languages = [], interpreterLanguages = [] } = catalog.value ?? {}
  const field = (
    id: 'language' | 'interpreterLanguage',
    label: string,
    none: string,
    codes: readonly string[],
  ): TemplateResult =>
    html`<div class="field">
      <label for=${id}>${label}</label>
      <select id=${id} @change=${(event: Event) => flow.choose({ [id]: chosen(event) })}>
        <option value="" .selected=${wanted[id] === ''}>${none}</option>
        ${codes.map(
          (code) =>
            html`<option value=${code} .selected=${code === wanted[id]}>${host.format.languageName(code)}</option>`,
        )}
      </select>
    </div>`
  return html`${field('language', t('language'), t('anyLanguage'), languages)}
  ${
    interpreterLanguages.length > 0
      ? field('interpreterLanguage', t('interpreter'), t('noInterpreter'), interpreterLanguages)
      : nothing
  }`
}

const resourceField = ({ words, flow }: NewVisitView): TemplateResult | typeof nothing =>
  resourceChoice(words, {
    ...{ resources: flow.resources, chosen: flow.wanted.resourceId },
    choose: (resourceId) => flow.choose({ resourceId }),
  })
