import { html, nothing, type TemplateResult } from 'lit'
import type { Resource } from '@visitkit/sdk'
import { moveFocus } from '../../core/focus.ts'
import { iconAdd } from '../../core/icons.ts'
import { problemView } from '../../core/problem-view.ts'
import { RowActions } from '../../core/row-actions.ts'
import { panelHead } from '../panel-head.ts'
import { scheduleSkeleton } from '../schedule-skeleton.ts'
import type { Panel, ScheduleView } from '../schedule-view.ts'
import { resourceForm } from './resource-form.ts'
import { ResourcesFlow } from './resources-flow.ts'
import { supplyView, type SupplyView } from './supply-view.ts'
import { VisitNeeds } from './visit-needs.ts'

/** The rooms, interpreters and devices of the clinic, and which visits take them. */
export class ResourcesPanel implements Panel {
  readonly #view: SupplyView
  readonly #flow: ResourcesFlow
  readonly #actions: RowActions
  readonly #needs: VisitNeeds

  constructor(view: ScheduleView) {
    this.#view = supplyView(view)
    this.#flow = new ResourcesFlow(view)
    this.#actions = new RowActions(view.host, this.#view.supply, view.client, () => this.#flow.read())
    this.#needs = new VisitNeeds(this.#view)
  }

  open(): void {
    this.#flow.read()
    this.#needs.read()
  }

  close(): void {
    this.#flow.reset()
    this.#actions.reset()
    this.#needs.reset()
  }

  #edit(begin: () => void): void {
    begin()
    void moveFocus(this.#view.host, '#draft')
  }

  async #save(): Promise<void> {
    const { host, client, supply } = this.#view
    const now = client()
    if (!now) return
    const saved = await this.#flow.save(now)
    const { missing } = this.#flow
    if (missing) return moveFocus(host, missing === 'name' ? '#resource-name' : '[name=language]')
    if (!saved) return
    host.announce(supply('savedResource', { name: saved.name }))
    await moveFocus(host, '#heading')
  }

  async #setActive({ id, version }: Resource, active: boolean): Promise<void> {
    const { host, supply } = this.#view
    const saved = await this.#actions.run(id, (client) => client.resources.update(id, { active, version }))
    if (saved) host.announce(supply(active ? 'reinstated' : 'retired', { name: saved.name }))
  }

  render(): TemplateResult {
    const { host, t, supply } = this.#view
    const { draft, reading } = this.#flow
    const { value, problem } = reading
    const cancel = (): void => {
      this.#flow.cancel()
      void moveFocus(host, '#heading')
    }
    return html`<div class="stack">
      ${panelHead(this.#view, supply('resourcesHeading'), supply('resourcesText'))}
      ${problem ? problemView(host, problem, { texts: supply, retry: () => this.#flow.read() }) : nothing}
      ${
        draft
          ? resourceForm(this.#view, this.#flow, { save: () => void this.#save(), cancel })
          : value
            ? html`<div>
                <button class="btn" type="button" @click=${() => this.#edit(() => this.#flow.addResource())}>
                  ${iconAdd} ${supply('addResource')}
                </button>
              </div>`
            : nothing
      }
      ${value ? this.#list(value.items) : problem ? nothing : scheduleSkeleton(t('loading'))} ${this.#needs.render()}
    </div>`
  }

  #list(resources: readonly Resource[]): TemplateResult {
    const { supply } = this.#view
    if (resources.length === 0) return html`<p class="card pad muted">${supply('resourcesNone')}</p>`
    return html`<ul class="card rows" part="resources">
      ${resources.map((one) => this.#row(one))}
    </ul>`
  }

  #row(one: Resource): TemplateResult {
    const { host, supply } = this.#view
    const { id, kind, name, languages, active } = one
    const { busy, rowProblem } = this.#actions
    const spoken = languages.map((language) => host.format.languageName(language))
    return html`<li>
      <span class="tight grow">
        <b><bdi>${name}</bdi></b>
        <span class="small muted">${host.format.list([supply(`kind_${kind}`), ...spoken])}</span>
        ${active ? nothing : html`<span class="chips"><span class="chip">${supply('notUsed')}</span></span>`}
        ${rowProblem?.id === id ? rowProblem.view : nothing}
      </span>
      <span class="row actions">
        <button
          class="btn small"
          type="button"
          aria-label=${supply('changeOf', { name })}
          @click=${() => this.#edit(() => this.#flow.changeResource(one))}
        >
          ${supply('change')}
        </button>
        <button
          class="btn small"
          type="button"
          aria-label=${supply(active ? 'retireOf' : 'reinstateOf', { name })}
          aria-disabled=${busy ? 'true' : nothing}
          @click=${() => void this.#setActive(one, !active)}
        >
          ${supply(active ? 'retire' : 'reinstate')}
        </button>
      </span>
    </li>`
  }
}
