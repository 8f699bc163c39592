import { html, nothing, type TemplateResult } from 'lit'
import type { LabTest, OrderSet, VisitClient } from '@visitkit/sdk'
import { adoptStyles } from '../core/adopt-styles.ts'
import { DiagnosisSearch } from '../core/diagnosis-search.ts'
import type { PagePart } from '../core/element-of-pages.ts'
import { moveFocus } from '../core/focus.ts'
import { localized } from '../core/format.ts'
import { Loader } from '../core/loader.ts'
import type { Translate } from '../core/localize.ts'
import { openForOrganization } from '../core/open-for-organization.ts'
import { OwnDraft } from '../core/own-draft.ts'
import { problemView } from '../core/problem-view.ts'
import { SearchBox } from '../core/search-box.ts'
import { searchBoxStyles } from '../core/styles/search-box.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { loadedView, saveRow } from './clinic-part.ts'
import {
  codeFor,
  contentOf,
  draftOf,
  emptyDraft,
  faultIn,
  sectionsOf,
  specialtiesOf,
  type OrderSetDraft,
  type OrderSetsRead,
} from './order-set-draft.ts'
import { orderSetFields, specialtyName } from './order-set-form.ts'
import { OrderSetPrescriptions } from './order-set-prescriptions.ts'
import type { orderSetsEn } from './order-sets.en.ts'
import { orderSetsMessages } from './order-sets.messages.ts'

/** Tests whose names are known without a search. */
const testsRead = 100

/** The order sets of the clinic: those that came with the product and its own. */
export class OrderSetsPart implements PagePart {
  readonly #host: VisitElement
  readonly #t: Translate<typeof orderSetsEn>
  readonly #loaded: Loader<OrderSetsRead>
  readonly #changing: Loader<true>
  readonly #kept: OwnDraft
  readonly #diagnoses: DiagnosisSearch
  readonly #tests: SearchBox<LabTest>
  readonly #prescriptions: OrderSetPrescriptions
  #client: VisitClient | null = null
  #draft: OrderSetDraft | null = null
  #fault: string | null = null

  constructor(host: VisitElement) {
    this.#host = host
    this.#t = host.language.bundle(orderSetsMessages)
    adoptStyles(host, [searchBoxStyles])
    this.#loaded = new Loader(host)
    this.#changing = new Loader(host)
    this.#kept = new OwnDraft(host, 'order-set')
    this.#diagnoses = new DiagnosisSearch(host, {
      find: (search, signal) => this.#client?.notes.diagnosisCodes({ search, limit: 20 }, { signal }),
      picked: ({ code, display }) => {
        const { diagnoses = [] } = this.#draft ?? {}
        if (!diagnoses.some((each) => each.code === code)) this.#set({ diagnoses: [...diagnoses, { code, display }] })
      },
    })
    this.#tests = new SearchBox<LabTest>(host, {
      find: async (search, signal) => (await this.#client?.labs.tests({ search, limit: 20 }, { signal }))?.items ?? [],
      picked: ({ code }) => {
        const { labTests = [] } = this.#draft ?? {}
        if (!labTests.includes(code)) this.#set({ labTests: [...labTests, code] })
      },
    })
    this.#prescriptions = new OrderSetPrescriptions(
      host,
      this.#t,
      () => this.#client,
      (prescriptions) => this.#set({ prescriptions }),
    )
  }

  open(client: VisitClient): void {
    this.#client = client
    void this.#read()
    void this.#goOn(client)
  }

  /** With what was written before this page, and was not saved. */
  async #goOn(client: VisitClient): Promise<void> {
    const kept = await openForOrganization(this.#kept, client)
    if (!kept?.draft || this.#draft) return
    this.#draft = { ...emptyDraft, ...(JSON.parse(kept.draft) as OrderSetDraft) }
    this.#host.requestUpdate()
  }

  reset(): void {
    this.#client = this.#draft = this.#fault = null
    this.#loaded.reset()
    this.#changing.reset()
    this.#kept.reset()
    this.#diagnoses.clear()
    this.#tests.clear()
    this.#prescriptions.reset()
  }

  async #read(): Promise<void> {
    const client = this.#client
    if (!client) return
    await this.#loaded.run(
      async (signal) => {
        const [sets, templates, tests, { languages }] = await Promise.all([
          client.orderSets.list({ signal }),
          client.notes.templates({ signal }),
          client.labs.tests({ limit: testsRead }, { signal }),
          client.organization.get({ signal }),
        ])
        return {
          sets: sets.items,
          languages,
          sections: sectionsOf(templates.items),
          specialties: specialtiesOf(templates.items),
          tests: new Map(tests.items.map(({ code, name }) => [code, name])),
        }
      },
      { quietly: true },
    )
  }

  #set(change: Partial<OrderSetDraft>): void {
    if (this.#draft) {
      this.#draft = { ...this.#draft, ...change }
      this.#kept.write({ draft: JSON.stringify(this.#draft) })
    }
    this.#host.requestUpdate()
  }

  async #edit(draft: OrderSetDraft | null, focus: string): Promise<void> {
    this.#draft = draft
    if (draft === null) void this.#kept.discard()
    this.#fault = null
    this.#prescriptions.open(draft?.prescriptions ?? [])
    this.#changing.reset()
    this.#host.requestUpdate()
    await moveFocus(this.#host, focus)
  }

  /** Writes an order set. False when it was refused: the problem is shown. */
  async #put(draft: OrderSetDraft): Promise<boolean> {
    const [client, read] = [this.#client, this.#loaded.value]
    if (!client || !read || this.#changing.busy) return false
    const taken = read.sets.map(({ code }) => code)
    const code = draft.code ?? codeFor(draft, taken)
    const done = await this.#changing.run(async (signal) => {
      await client.orderSets.put(code, contentOf(draft), { signal })
      return true
    })
    await this.#read()
    // The next attempt is about the version that is shown now.
    const current = this.#loaded.value?.sets.find((each) => each.code === code)
    if (!done && draft.code !== null && current) this.#set({ version: current.version })
    return done === true
  }

  async #save(draft: OrderSetDraft): Promise<void> {
    this.#fault = faultIn(draft)
    this.#host.requestUpdate()
    if (this.#fault) return moveFocus(this.#host, `#${this.#fault}`)
    if (this.#prescriptions.refuseOpen()) return
    if (!(await this.#put(draft))) return
    this.#host.announce(this.#t('saved'))
    await this.#edit(null, '#heading')
  }

  async #turn(set: OrderSet): Promise<void> {
    const active = !set.active
    if (!(await this.#put({ ...draftOf(set), active }))) return
    this.#host.announce(this.#t(active ? 'reusedNow' : 'retiredNow'))
    await moveFocus(this.#host, `#set-${set.code}`)
  }

  render(): unknown {
    const t = this.#t
    return loadedView(this.#host, this.#loaded, { texts: t, loading: t('loading') }, (read) =>
      this.#draft ? this.#form(this.#draft, read) : this.#list(read),
    )
  }

  get #problem(): unknown {
    const { problem } = this.#changing
    return problem ? problemView(this.#host, problem, { texts: this.#t }) : nothing
  }

  #list(read: OrderSetsRead): TemplateResult {
    const t = this.#t
    return html`${this.#problem} ${read.sets.length === 0 ? html`<p>${t('none')}</p>` : nothing}
      <ul class="lined">
        ${read.sets.map((set) => this.#line(set))}
      </ul>
      <div>
        <button class="btn" type="button" @click=${() => void this.#edit(emptyDraft, '#draft-heading')}>
          ${t('add')}
        </button>
      </div>`
  }

  #line(set: OrderSet): TemplateResult {
    const t = this.#t
    const name = localized(set.name, this.#host.format.tag)
    const specialties = set.specialties.map((code) => specialtyName(t, code))
    const about = [
      ...(specialties.length === 0 ? [t('all')] : specialties),
      ...set.diagnosisCodes,
      ...(set.version === 0 ? [t('shipped')] : []),
    ]
    return html`<li class="row between wrap">
      <div class="tight">
        <span class="row wrap">
          <b id="set-${set.code}" tabindex="-1" dir="auto">${name}</b>
          ${set.active ? nothing : html`<span class="chip">${t('retired')}</span>`}
        </span>
        <span class="small muted">${this.#host.format.list(about)}</span>
      </div>
      <span class="row wrap">
        <button
          class="btn small"
          type="button"
          aria-label=${t('changeName', { name })}
          @click=${() => void this.#edit(draftOf(set), '#draft-heading')}
        >
          ${t('change')}
        </button>
        <button
          class="btn small"
          type="button"
          aria-label=${t(set.active ? 'retireName' : 'reuseName', { name })}
          aria-disabled=${this.#changing.busy ? 'true' : nothing}
          @click=${() => void this.#turn(set)}
        >
          ${t(set.active ? 'retire' : 'reuse')}
        </button>
      </span>
    </li>`
  }

  #form(draft: OrderSetDraft, read: OrderSetsRead): TemplateResult {
    const t = this.#t
    const { busy } = this.#changing
    const before = read.sets.find(({ code }) => code === draft.code)
    const heading = before ? t('changeName', { name: localized(before.name, this.#host.format.tag) }) : t('newHeading')
    return html`<form
      class="stack narrow"
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault()
        void this.#save(draft)
      }}
    >
      <h3 id="draft-heading" tabindex="-1">${heading}</h3>
      ${this.#problem}
      ${orderSetFields({
        ...{ t, format: this.#host.format, draft, fault: this.#fault, read },
        ...{ diagnoses: this.#diagnoses, tests: this.#tests, prescriptions: this.#prescriptions },
        set: (change) => this.#set(change),
      })}
      ${saveRow({
        ...{ save: t(busy ? 'saving' : 'save'), cancel: t('cancel'), busy },
        onCancel: () => void this.#edit(null, '#heading'),
      })}
    </form>`
  }
}
