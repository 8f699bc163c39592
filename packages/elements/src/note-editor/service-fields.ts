import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { NoteService, ServiceCode } from '@visitkit/sdk'
import { iconClose } from '../core/icons.ts'
import type { SearchBox } from '../core/search-box.ts'
import type { NoteDraft } from './note-draft.ts'
import type { NoteEditorTranslate } from './note-view.ts'

interface ServiceFieldsView {
  readonly t: NoteEditorTranslate
  readonly draft: NoteDraft
  readonly search: SearchBox<ServiceCode>
  readonly hasCpt: boolean
  /** Names by code, if known. */
  readonly names: ReadonlyMap<string, string>
  readonly onChange: (index: number, more: Partial<NoteService> | null) => void
  readonly onPicture: (reason: NoteService['audioOnlyReason']) => void
}

const reasons = ['patient-choice', 'no-device', 'no-connection'] as const

const row = (view: ServiceFieldsView, service: NoteService, index: number): TemplateResult => {
  const { t, draft, names, onChange } = view
  const { code, units, diagnosisPointers } = service
  const point = (pointer: number, isOn: boolean): void => {
    const others = diagnosisPointers.filter((one) => one !== pointer)
    const pointers = isOn ? [...others, pointer].toSorted((a, b) => a - b) : others
    onChange(index, { diagnosisPointers: pointers.slice(0, 4) })
  }
  const onUnits = (event: Event): void => {
    const field = event.target as HTMLInputElement
    const read = Number(field.value)
    if (Number.isInteger(read) && read >= 1 && read <= 99) onChange(index, { units: read })
    else field.value = String(units)
  }
  return html`<li class="service tight">
    <div class="line">
      <span class="grow"><b class="num">${code}</b> <span dir="auto">${names.get(code) ?? ''}</span></span>
      <label class="units small"
        >${t('units')}
        <input
          class="num"
          type="text"
          dir="ltr"
          inputmode="numeric"
          maxlength="2"
          aria-label=${t('unitsOf', { code })}
          .value=${String(units)}
          @change=${onUnits}
      /></label>
      <button
        class="btn quiet small icon"
        type="button"
        aria-label=${t('remove', { name: code })}
        title=${t('remove', { name: code })}
        @click=${() => onChange(index, null)}
      >
        ${iconClose}
      </button>
    </div>
    <fieldset class="row wrap pointers">
      <legend class="visually-hidden">${t('pointersOf', { code })}</legend>
      <span class="small muted" aria-hidden="true">${t('pointers')}</span>
      ${draft.diagnoses.map(
        (diagnosis, position) =>
          html`<label class="choice small num"
            ><input
              type="checkbox"
              .checked=${diagnosisPointers.includes(position + 1)}
              @change=${(event: Event) => point(position + 1, (event.target as HTMLInputElement).checked)}
            />${diagnosis.code}</label
          >`,
      )}
    </fieldset>
    ${
      diagnosisPointers.length === 0
        ? html`<p class="error" role="alert">${t(draft.diagnoses.length > 0 ? 'pointerMissing' : 'needsDiagnosis')}</p>`
        : nothing
    }
  </li>`
}

/** The services to charge, each with its diagnoses. */
export const serviceFields = (view: ServiceFieldsView): TemplateResult => {
  const { t, draft, search, hasCpt, onPicture } = view
  const hasDiagnosis = draft.diagnoses.length > 0
  const reason = draft.services.find(({ audioOnlyReason }) => audioOnlyReason)?.audioOnlyReason
  return html`<section class="part" aria-labelledby="services">
    <h3 id="services">${t('services')}</h3>
    ${
      draft.services.length === 0
        ? html`<p class="small muted">${t('noServices')}</p>`
        : html`<ul class="rows">
              ${repeat(
                draft.services,
                ({ codeSystem, code }) => `${codeSystem} ${code}`,
                (service, index) => row(view, service, index),
              )}
            </ul>
            <div class="field">
              <label for="picture">${t('picture')}</label>
              <select
                id="picture"
                @change=${(event: Event) =>
                  onPicture(((event.target as HTMLSelectElement).value || undefined) as NoteService['audioOnlyReason'])}
              >
                <option value="" ?selected=${!reason}>${t('withPicture')}</option>
                ${reasons.map(
                  (one) => html`<option value=${one} ?selected=${one === reason}>${t(`reason_${one}`)}</option>`,
                )}
              </select>
            </div>`
    }
    ${search.render({
      id: 'add-service',
      label: t('addService'),
      hint: t(hasDiagnosis ? 'addServiceHint' : 'needsDiagnosis'),
      disabled: !hasDiagnosis,
      ...(!hasCpt && { nothing: t('noCpt') }),
      option: ({ code, name }) => html`<b class="num">${code}</b><span dir="auto">${name}</span>`,
    })}
  </section>`
}
