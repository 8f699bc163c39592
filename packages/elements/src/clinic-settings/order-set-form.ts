import { html, type TemplateResult } from 'lit'
import type { LabTest } from '@visitkit/sdk'
import type { DiagnosisSearch } from '../core/diagnosis-search.ts'
import { localized, type Formatter } from '../core/format.ts'
import type { Translate } from '../core/localize.ts'
import type { SearchBox } from '../core/search-box.ts'
import { chosenList } from './chosen-list.ts'
import { fieldView } from './clinic-part.ts'
import { most, type OrderSetDraft, type OrderSetsRead } from './order-set-draft.ts'
import type { OrderSetPrescriptions } from './order-set-prescriptions.ts'
import type { orderSetsEn } from './order-sets.en.ts'

interface FormView {
  readonly t: Translate<typeof orderSetsEn>
  readonly format: Formatter
  readonly draft: OrderSetDraft
  readonly fault: string | null
  readonly read: OrderSetsRead
  readonly diagnoses: DiagnosisSearch
  readonly tests: SearchBox<LabTest>
  readonly prescriptions: OrderSetPrescriptions
  readonly set: (change: Partial<OrderSetDraft>) => void
}

/** The fields of one order set. */
export const orderSetFields = (view: FormView): TemplateResult =>
  html`${nameFields(view)} ${specialtyFields(view)} ${diagnosisFields(view)} ${sectionFields(view)} ${testFields(view)}
  ${view.prescriptions.render(view.draft.prescriptions)}`

const nameFields = ({ t, format, draft, fault, read, set }: FormView): unknown =>
  read.languages.map((language, index) =>
    fieldView({
      id: index === 0 ? 'name' : `name-${language}`,
      label: t('name', { language: format.languageName(language) }),
      fault: index === 0 && fault === 'name' ? t('nameFault') : undefined,
      control: (described, isInvalid) =>
        html`<input
          id=${index === 0 ? 'name' : `name-${language}`}
          lang=${language}
          dir="auto"
          maxlength="120"
          autocomplete="off"
          aria-describedby=${described}
          aria-invalid=${isInvalid}
          .value=${draft.names[language] ?? ''}
          @input=${(event: Event) => set({ names: { ...draft.names, [language]: (event.target as HTMLInputElement).value } })}
        />`,
    }),
  )

const specialtyFields = ({ t, draft, read, set }: FormView): TemplateResult => {
  const known = new Set([...read.specialties, ...draft.specialties])
  const toggle = (code: string, isChosen: boolean): void =>
    set({ specialties: isChosen ? [...draft.specialties, code] : draft.specialties.filter((each) => each !== code) })
  return html`<fieldset class="field">
    <legend>${t('specialties')}</legend>
    <p class="hint">${t('specialtiesHint')}</p>
    <div class="row wrap">
      ${[...known].map(
        (code) =>
          html`<label class="choice"
            ><input
              type="checkbox"
              .checked=${draft.specialties.includes(code)}
              @change=${(event: Event) => toggle(code, (event.target as HTMLInputElement).checked)}
            />
            ${specialtyName(t, code)}</label
          >`,
      )}
    </div>
  </fieldset>`
}

/** In words. An organization may have specialties that are not known here: their code is shown. */
export const specialtyName = (t: Translate<typeof orderSetsEn>, code: string): string => {
  const words = t.raw(`specialty_${code}`)
  return typeof words === 'string' ? words : code.replaceAll('-', ' ')
}

const diagnosisFields = ({ t, format, draft, diagnoses, set }: FormView): TemplateResult => {
  const chosen = draft.diagnoses.map(({ code, display }) => ({ key: code, words: `${code} ${display}`.trim() }))
  return html`<div class="stack">
    ${
      chosen.length < most.diagnoses
        ? diagnoses.render({
            id: 'diagnosis',
            label: t('diagnoses'),
            hint: t('diagnosesHint', { most: format.number(most.diagnoses) }),
          })
        : html`<p class="label">${t('diagnoses')}</p>`
    }
    ${chosenList(t, chosen, (at) => set({ diagnoses: draft.diagnoses.toSpliced(at, 1) }))}
  </div>`
}

const testFields = ({ t, format, draft, read, tests, set }: FormView): TemplateResult => {
  const nameOfTest = (code: string): string => {
    const name = read.tests.get(code)
    return name ? `${code} ${localized(name, format.tag)}` : code
  }
  const chosen = draft.labTests.map((code) => ({ key: code, words: nameOfTest(code) }))
  return html`<div class="stack">
    ${
      chosen.length < most.tests
        ? tests.render({
            id: 'test',
            label: t('tests'),
            hint: t('testsHint', { most: format.number(most.tests) }),
            option: ({ code, name }) => html`<b class="num">${code}</b> <span>${localized(name, format.tag)}</span>`,
          })
        : html`<p class="label">${t('tests')}</p>`
    }
    ${chosenList(t, chosen, (at) => set({ labTests: draft.labTests.toSpliced(at, 1) }))}
  </div>`
}

const sectionFields = (view: FormView): TemplateResult => {
  const { t, format, draft, read, set } = view
  const isFree = ([code]: readonly [string, unknown]): boolean => !draft.sections.some((each) => each.code === code)
  return html`<div class="stack">
    <p class="label">${t('sections')}</p>
    ${draft.sections.map((section, index) => sectionField(view, section, index))}
    <div class="field">
      <label for="section">${t('addSection')}</label>
      <select
        id="section"
        .value=${''}
        @change=${(event: Event) => {
          const select = event.target as HTMLSelectElement
          if (select.value) set({ sections: [...draft.sections, { code: select.value, text: '' }] })
          select.value = ''
        }}
      >
        <option value="">${t('chooseSection')}</option>
        ${[...read.sections]
          .filter(isFree)
          .map(([code, heading]) => html`<option value=${code}>${localized(heading, format.tag)}</option>`)}
      </select>
    </div>
  </div>`
}

const sectionField = (
  { t, format, draft, fault, read, set }: FormView,
  { code, text }: OrderSetDraft['sections'][number],
  at: number,
): TemplateResult => {
  const heading = read.sections.get(code)
  const name = heading ? localized(heading, format.tag) : code
  return html`<div class="stack">
    ${fieldView({
      ...{ id: `section-${code}`, label: name },
      fault: fault === `section-${code}` ? t('sectionFault', { most: format.number(most.letters) }) : undefined,
      control: (described, isInvalid) =>
        html`<textarea
          id="section-${code}"
          dir="auto"
          aria-describedby=${described}
          aria-invalid=${isInvalid}
          .value=${text}
          @input=${(event: Event) =>
            set({ sections: draft.sections.with(at, { code, text: (event.target as HTMLTextAreaElement).value }) })}
        ></textarea>`,
    })}
    <div>
      <button
        class="btn small"
        type="button"
        aria-label=${t('takeOutName', { name })}
        @click=${() => set({ sections: draft.sections.toSpliced(at, 1) })}
      >
        ${t('takeOut')}
      </button>
    </div>
  </div>`
}
