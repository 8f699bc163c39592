import { html, nothing, type TemplateResult } from 'lit'
import type { Closure, LocalizedText } from '@visitkit/sdk'
import { localized } from '../../core/format.ts'
import { iconAdd } from '../../core/icons.ts'
import { problemView } from '../../core/problem-view.ts'
import { affectedList } from '../affected-list.ts'
import { rangeFrom } from '../day-range.ts'
import { panelHead } from '../panel-head.ts'
import { rangeFields } from '../range-fields.ts'
import { scheduleSkeleton } from '../schedule-skeleton.ts'
import type { Panel, PanelTarget, ScheduleView } from '../schedule-view.ts'
import { ClosuresFlow } from './closures-flow.ts'
import { EditSteps } from './edit-steps.ts'
import { saveRow } from './save-row.ts'
import { supplyView, type SupplyView } from './supply-view.ts'
import { wallText } from './wall-text.ts'

/** "When is the clinic closed?": the list, and one closure that is added, changed or removed. */
export class ClosuresPanel implements Panel {
  readonly #view: SupplyView
  readonly #flow: ClosuresFlow
  readonly #steps: EditSteps
  #life: AbortSignal = AbortSignal.abort()

  constructor(view: ScheduleView) {
    this.#view = supplyView(view)
    this.#flow = new ClosuresFlow(view)
    this.#steps = new EditSteps(this.#view, this.#flow, {
      saved: 'savedClosure',
      removed: 'removedClosure',
      faultAt: () => this.#flow.missing && (this.#flow.missing === 'name' ? '[name=closure]' : '#firstDay'),
    })
  }

  open(_: PanelTarget, signal: AbortSignal): void {
    this.#life = signal
    this.#flow.open(signal)
  }

  close(): void {
    this.#flow.reset()
  }

  render(): TemplateResult {
    const { host, t, words, supply } = this.#view
    const { reading, edit, draft } = this.#flow
    const { value, problem } = reading
    const zone = value && host.format.zoneWithCity(new Date().toISOString(), value.zone)
    return html`<div class="stack">
      ${panelHead(this.#view, supply('closuresHeading'), zone ? t('zone', { zone }) : nothing)}
      ${edit.saving.problem ? problemView(host, edit.saving.problem, { texts: supply }) : nothing}
      ${problem ? problemView(host, problem, { texts: words, retry: () => void this.#flow.read(this.#life) }) : nothing}
      ${
        draft
          ? this.#form(draft.isRemoval)
          : value
            ? html`<div>
                <button class="btn" type="button" @click=${() => this.#steps.begin(() => this.#flow.add())}>
                  ${iconAdd} ${supply('addClosure')}
                </button>
              </div>`
            : nothing
      }
      ${value ? this.#list() : problem ? nothing : scheduleSkeleton(t('loading'))}
    </div>`
  }

  #list(): TemplateResult {
    const { supply } = this.#view
    const { upcoming } = this.#flow
    if (upcoming.length === 0) return html`<p class="card pad muted">${supply('closuresNone')}</p>`
    return html`<ul class="card rows" part="closures">
      ${upcoming.map((closure) => this.#row(closure))}
    </ul>`
  }

  #row(closure: Closure): TemplateResult {
    const { host, supply, words } = this.#view
    const name = localized(closure.name, host.language.tag)
    const act = (text: string, label: string, begin: () => void): TemplateResult =>
      html`<button class="btn small" type="button" aria-label=${label} @click=${() => this.#steps.begin(begin)}>
        ${text}
      </button>`
    return html`<li>
      <span class="tight grow">
        <b><bdi>${name}</bdi></b>
        <span class="small num">${wallText(this.#view, closure)}</span>
      </span>
      <span class="row actions">
        ${
          rangeFrom(closure)
            ? act(supply('change'), supply('changeOf', { name }), () => this.#flow.change(closure))
            : nothing
        }
        ${act(words('remove'), supply('removeOf', { name }), () => this.#flow.remove(closure))}
      </span>
    </li>`
  }

  #form(isRemoval: boolean): TemplateResult {
    const { host, supply } = this.#view
    const { draft, edit, missing, reading } = this.#flow
    const format = reading.value && host.format.at(reading.value.zone)
    if (!draft) return html``
    const name = localized(draft.names, host.language.tag)
    const heading = isRemoval
      ? supply('removeQuestion', { name })
      : supply(draft.replaces ? 'changeClosure' : 'addClosure')
    const again = (): void => void this.#steps.save()
    const more = (): void => {
      const client = this.#view.client()
      if (client) void edit.affected.more(client)
    }
    return html`<form
      class="card pad stack"
      novalidate
      aria-labelledby="draft"
      @submit=${(event: Event) => {
        event.preventDefault()
        void this.#steps.save()
      }}
    >
      <h3 id="draft" tabindex="-1">${heading}</h3>
      ${
        isRemoval
          ? html`<p>${supply('removeEffect')}</p>`
          : html`${draft.names.map((one) => this.#name(one, draft.names.length > 1))}
            ${rangeFields(this.#view, draft.range, {
              isFaulty: missing === 'range',
              set: (changed) => this.#flow.setRange(changed),
            })}`
      }
      ${affectedList(this.#view, edit.affected, { again, more, format })}
      ${saveRow(this.#view, edit, {
        save: supply(isRemoval ? 'removeClosure' : 'saveClosure'),
        cancel: () => this.#steps.cancel(),
      })}
    </form>`
  }

  #name({ language, text }: LocalizedText, isOneOfSeveral: boolean): TemplateResult {
    const { host, supply } = this.#view
    const isMissing = this.#flow.missing === 'name' && text.trim() === ''
    const id = `closure-${language}`
    return html`<div class="field short">
      <label for=${id}>
        ${
          isOneOfSeveral
            ? supply('closureNameIn', { language: host.format.languageName(language) })
            : supply('closureName')
        }
      </label>
      ${isMissing ? html`<p class="error" id="${id}-missing" role="alert">${supply('closureNameMissing')}</p>` : nothing}
      <input
        id=${id}
        name="closure"
        type="text"
        dir="auto"
        maxlength="120"
        required
        aria-invalid=${isMissing ? 'true' : nothing}
        aria-describedby=${isMissing ? `${id}-missing` : nothing}
        .value=${text}
        @input=${({ target }: Event) => this.#flow.setName(language, (target as HTMLInputElement).value)}
      />
    </div>`
  }
}
