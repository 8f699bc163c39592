import { html, nothing, type TemplateResult } from 'lit'
import type { Hold, Resource } from '@visitkit/sdk'
import type { Translate } from '../core/localize.ts'
import type { resourceChoiceEn } from './resource-choice.en.ts'
import { fact } from './visit-facts.ts'

type Words = Translate<typeof resourceChoiceEn>

interface Choice {
  readonly resources: readonly Resource[]
  /** Empty: any that is free. */
  readonly chosen: string
  readonly choose: (resourceId: string) => void
}

/** Any that is free, or one by name. Nothing if the visit takes none. */
export const resourceChoice = (t: Words, { resources, chosen, choose }: Choice): TemplateResult | typeof nothing => {
  if (resources.length === 0) return nothing
  const kinds = [...new Set(resources.map(({ kind }) => kind))]
  return html`<div class="field">
    <label for="resource">${t('resource')}</label>
    <select id="resource" @change=${({ target }: Event) => choose((target as HTMLSelectElement).value)}>
      <option value="" .selected=${!resources.some(({ id }) => id === chosen)}>${t('anyResource')}</option>
      ${kinds.map(
        (kind) =>
          html`<optgroup label=${t(`kind_${kind}`)}>
            ${resources
              .filter((one) => one.kind === kind)
              .map(({ id, name }) => html`<option value=${id} .selected=${id === chosen}>${name}</option>`)}
          </optgroup>`,
      )}
    </select>
  </div>`
}

/** What a held visit takes, each by its kind. */
export const takenFacts = (t: Words, { resources = [] }: Hold): readonly TemplateResult[] =>
  resources.map(({ kind, name }) => fact(t(`kind_${kind}`), name))
