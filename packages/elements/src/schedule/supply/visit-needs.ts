import { html, nothing, type TemplateResult } from 'lit'
import type { ResourceKind, VisitType } from '@visitkit/sdk'
import { moveFocus } from '../../core/focus.ts'
import { localized } from '../../core/format.ts'
import { Loader } from '../../core/loader.ts'
import { problemView } from '../../core/problem-view.ts'
import type { SupplyView } from './supply-view.ts'

const kinds: readonly ResourceKind[] = ['room', 'interpreter', 'equipment']
/** As many as the contract allows. */
const MOST_OF_A_KIND = 5

/** "What visits take": how many rooms, interpreters and devices each type of visit takes. Administrators can change it. */
export class VisitNeeds {
  readonly #view: SupplyView
  readonly #types: Loader<readonly VisitType[]>
  readonly #saving: Loader<VisitType>
  #changedId: string | null = null
  #counts: Readonly<Record<ResourceKind, number>> = { room: 0, interpreter: 0, equipment: 0 }

  constructor(view: SupplyView) {
    this.#view = view
    this.#types = new Loader(view.host)
    this.#saving = new Loader(view.host)
  }

  read(): void {
    const client = this.#view.client()
    if (!client) return
    void this.#types.run(
      async (signal) => {
        const types = await client.visitTypes.list({ limit: 100 }, { signal }).toArray(500)
        return types.filter(({ active }) => active)
      },
      { quietly: true },
    )
  }

  reset(): void {
    this.#changedId = null
    this.#types.reset()
    this.#saving.reset()
  }

  #begin({ id, resources = [] }: VisitType): void {
    const countOf = (kind: ResourceKind): number => resources.find((one) => one.kind === kind)?.count ?? 0
    this.#changedId = id
    this.#counts = { room: countOf('room'), interpreter: countOf('interpreter'), equipment: countOf('equipment') }
    this.#saving.reset()
    void moveFocus(this.#view.host, '#needs-room')
  }

  #cancel(): void {
    this.#changedId = null
    this.#saving.reset()
    void moveFocus(this.#view.host, '#needs')
  }

  async #save({ id, version, name }: VisitType): Promise<void> {
    const { host, client: now, supply } = this.#view
    const client = now()
    if (!client || this.#saving.busy) return
    const resources = kinds.flatMap((kind) => (this.#counts[kind] > 0 ? [{ kind, count: this.#counts[kind] }] : []))
    const saved = await this.#saving.run((signal) => client.visitTypes.update(id, { resources, version }, { signal }))
    this.read()
    if (!saved) return
    host.announce(supply('savedNeeds', { name: localized(name, host.language.tag) }))
    this.#cancel()
  }

  render(): TemplateResult | typeof nothing {
    const { host, supply } = this.#view
    const { value, problem } = this.#types
    if (problem) return problemView(host, problem, { texts: supply, retry: () => this.read() })
    if (!value) return nothing
    return html`<section class="card" aria-labelledby="needs">
      <h3 class="pad head" id="needs" tabindex="-1">${supply('needsHeading')}</h3>
      <ul class="rows">
        ${value.map((type) => this.#row(type))}
      </ul>
    </section>`
  }

  #row(type: VisitType): TemplateResult {
    const { host, may, supply } = this.#view
    const { id, resources = [], additionalPractitioners = [] } = type
    const name = localized(type.name, host.language.tag)
    if (id === this.#changedId) return html`<li>${this.#form(type, name)}</li>`
    const needs = [
      ...resources.map(({ kind, count }) => supply(`needs_${kind}`, { count })),
      ...additionalPractitioners.map(({ count }) => supply('needsPractitioner', { count })),
    ]
    return html`<li>
      <span class="tight grow">
        <b><bdi>${name}</bdi></b>
        <span class="small muted num">${needs.length > 0 ? host.format.list(needs) : supply('needsNothing')}</span>
      </span>
      ${
        may('visit-type:manage')
          ? html`<button
              class="btn small"
              type="button"
              aria-label=${supply('changeOf', { name })}
              @click=${() => this.#begin(type)}
            >
              ${supply('change')}
            </button>`
          : nothing
      }
    </li>`
  }

  #form(type: VisitType, name: string): TemplateResult {
    const { host, words, supply } = this.#view
    const { problem, busy } = this.#saving
    return html`<form
      class="stack grow"
      novalidate
      aria-label=${name}
      @submit=${(event: Event) => {
        event.preventDefault()
        void this.#save(type)
      }}
    >
      <b><bdi>${name}</bdi></b>
      ${problem ? problemView(host, problem, { texts: supply }) : nothing}
      <div class="row wrap range">${kinds.map((kind) => this.#count(kind))}</div>
      <div class="row wrap">
        <button class="btn small primary" type="submit" aria-disabled=${busy ? 'true' : nothing}>
          ${busy ? words('saving') : supply('saveNeeds')}
        </button>
        <button class="btn small" type="button" @click=${() => this.#cancel()}>${supply('notNow')}</button>
      </div>
    </form>`
  }

  #count(kind: ResourceKind): TemplateResult {
    const { host, supply } = this.#view
    return html`<div class="field">
      <label for="needs-${kind}">${supply(`count_${kind}`)}</label>
      <select
        id="needs-${kind}"
        @change=${({ target }: Event) => {
          this.#counts = { ...this.#counts, [kind]: Number((target as HTMLSelectElement).value) }
        }}
      >
        ${Array.from(
          { length: MOST_OF_A_KIND + 1 },
          (_, count) =>
            html`<option value=${count} .selected=${count === this.#counts[kind]}>
              ${host.format.number(count)}
            </option>`,
        )}
      </select>
    </div>`
  }
}
