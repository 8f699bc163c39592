import { html, nothing, type TemplateResult } from 'lit'
import type { ResourceKind } from '@visitkit/sdk'
import { problemView } from '../../core/problem-view.ts'
import { weeklyHours } from '../weekly-hours.ts'
import type { ResourcesFlow } from './resources-flow.ts'
import type { SupplyView } from './supply-view.ts'

const kinds: readonly ResourceKind[] = ['room', 'interpreter', 'equipment']
/** Languages that are offered first. An interpreter keeps others. */
const languages: readonly string[] = ['es', 'ar', 'zh', 'vi', 'fr', 'ht', 'pt', 'ru', 'ase', 'en']

interface FormOptions {
  readonly save: () => void
  readonly cancel: () => void
}

/** One room, interpreter or device, with its hours. */
export const resourceForm = (view: SupplyView, flow: ResourcesFlow, { save, cancel }: FormOptions): TemplateResult => {
  const { host, words, supply } = view
  const { draft, saving } = flow
  if (!draft) return html``
  return html`<form
    class="card pad stack"
    novalidate
    aria-labelledby="draft"
    @submit=${(event: Event) => {
      event.preventDefault()
      save()
    }}
  >
    <h3 id="draft" tabindex="-1">${supply(draft.replaces ? 'changeResource' : 'addResource')}</h3>
    ${saving.problem ? problemView(host, saving.problem, { texts: supply }) : nothing}
    ${draft.replaces ? nothing : kindField(view, flow)} ${nameField(view, flow)}
    ${draft.kind === 'interpreter' ? languageFields(view, flow) : nothing}
    <h4>${supply('resourceHours')}</h4>
    ${weeklyHours(view, flow)}
    <div class="row wrap">
      <button class="btn primary" type="submit" aria-disabled=${saving.busy ? 'true' : nothing}>
        ${saving.busy ? words('saving') : supply('saveResource')}
      </button>
      <button class="btn" type="button" @click=${cancel}>${supply('notNow')}</button>
    </div>
  </form>`
}

const kindField = ({ supply }: SupplyView, flow: ResourcesFlow): TemplateResult =>
  html`<div class="field short">
    <label for="resource-kind">${supply('kind')}</label>
    <select
      id="resource-kind"
      @change=${({ target }: Event) => flow.set({ kind: (target as HTMLSelectElement).value as ResourceKind })}
    >
      ${kinds.map(
        (kind) => html`<option value=${kind} .selected=${kind === flow.draft?.kind}>${supply(`kind_${kind}`)}</option>`,
      )}
    </select>
  </div>`

const nameField = ({ supply }: SupplyView, flow: ResourcesFlow): TemplateResult => {
  const isMissing = flow.missing === 'name'
  return html`<div class="field short">
    <label for="resource-name">${supply('resourceName')}</label>
    ${isMissing ? html`<p class="error" id="resource-missing" role="alert">${supply('resourceNameMissing')}</p>` : nothing}
    <input
      id="resource-name"
      type="text"
      dir="auto"
      maxlength="120"
      required
      aria-invalid=${isMissing ? 'true' : nothing}
      aria-describedby=${isMissing ? 'resource-missing' : nothing}
      .value=${flow.draft?.name ?? ''}
      @input=${({ target }: Event) => flow.set({ name: (target as HTMLInputElement).value })}
    />
  </div>`
}

const languageFields = ({ host, supply }: SupplyView, flow: ResourcesFlow): TemplateResult => {
  const spoken = flow.draft?.languages ?? []
  const isMissing = flow.missing === 'languages'
  return html`<fieldset class="field" aria-describedby=${isMissing ? 'languages-missing' : nothing}>
    <legend class="label">${supply('languages')}</legend>
    ${isMissing ? html`<p class="error" id="languages-missing" role="alert">${supply('languagesMissing')}</p>` : nothing}
    <div class="row wrap">
      ${[...new Set([...languages, ...spoken])].map(
        (language) =>
          html`<label class="choice plain">
            <input
              type="checkbox"
              name="language"
              .checked=${spoken.includes(language)}
              @change=${({ target }: Event) => flow.setLanguage(language, (target as HTMLInputElement).checked)}
            />
            ${host.format.languageName(language)}
          </label>`,
      )}
    </div>
  </fieldset>`
}
