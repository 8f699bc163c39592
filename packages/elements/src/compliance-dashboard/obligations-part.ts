import { html, nothing, type TemplateResult } from 'lit'
import type { Obligation, ObligationCompletion, ObligationKind, VisitClient } from '@visitkit/sdk'
import { ProgramPart } from './program-part.ts'
import { staffOptions, type Staff } from './staff-options.ts'

interface Work {
  readonly items: readonly Obligation[]
  readonly staff: readonly Staff[]
}

const kinds = [
  'policy-review',
  'risk-analysis',
  'asset-inventory',
  'agreement-verification',
  'vulnerability-scan',
  'penetration-test',
  'restore-drill',
] as const satisfies readonly ObligationKind[]

/** Recurring tasks: policies to review, vendors to ask, scans and drills. */
export class ObligationsPart extends ProgramPart<Work> {
  /** Of the obligation whose history is open. */
  #history: { readonly id: string; readonly items: readonly ObligationCompletion[] } | null = null

  protected override async read(client: VisitClient, signal: AbortSignal): Promise<Work> {
    await this.readPermissions(client, signal)
    const [{ items }, { items: reviews }] = await Promise.all([
      client.obligations.list({}, { signal }),
      client.accessReviews.list({ signal }),
    ])
    return { items, staff: reviews.map(({ member }) => member) }
  }

  override reset(): void {
    super.reset()
    this.#history = null
  }

  protected override view({ items, staff }: Work): TemplateResult {
    const { t } = this
    const mayChange = this.may('obligation:manage')
    return html`<p class="muted">${t('obligationsText')}</p>
      ${items.length === 0 ? html`<p>${t('noObligations')}</p>` : nothing}
      <ul class="lined">
        ${items.map((item) => this.#row(item, staff, mayChange))}
      </ul>
      ${mayChange ? html`<div>${this.button(t('addObligation'), () => void this.#add(staff))}</div>` : nothing}`
  }

  #row(item: Obligation, staff: readonly Staff[], mayChange: boolean): TemplateResult {
    const { t } = this
    const owner = staff.find(({ memberId }) => memberId === item.ownerId)?.displayName ?? t('noOwner')
    const name = { title: item.title }
    return html`<li class="stack">
      <div class="row between wrap">
        <span class="grow">
          <b dir="auto">${item.title}</b><br />
          <span class="small muted">${t(`kind_${item.kind}`)}</span><br />
          <span class="small">${t('ownerIs', { owner })}</span>
        </span>
        <span class="row wrap">
          <span class="small num">${t('dueOn', { day: this.day(item.dueOn) })}</span>
          ${this.dueChip(item.dueOn, this.host.format.today)}
        </span>
      </div>
      <div class="row wrap">
        ${
          mayChange
            ? html`${this.button(t('complete'), () => void this.#complete(item), t('completeName', name))}
              ${this.button(t('change'), () => void this.#change(item, staff), t('changeName', name))}`
            : nothing
        }
        ${this.button(t('history'), () => void this.#show(item), t('historyName', name))}
      </div>
      ${this.#history?.id === item.id ? this.#completions(this.#history.items) : nothing}
    </li>`
  }

  #completions(items: readonly ObligationCompletion[]): TemplateResult {
    const { t } = this
    return html`<ul class="lined small">
      ${items.length === 0 ? html`<li>${t('neverDone')}</li>` : nothing}
      ${items.map(
        ({ completedOn, evidence, recordedBy }) =>
          html`<li>
            ${this.day(completedOn)}: <span dir="auto">${evidence}</span>
            <span class="muted">${t('recordedBy', { name: recordedBy.displayName ?? t('unknownPerson') })}</span>
          </li>`,
      )}
    </ul>`
  }

  async #show({ id }: Obligation): Promise<void> {
    const { client } = this
    if (this.#history?.id === id || !client) this.#history = null
    else this.#history = { id, items: await client.obligations.completions(id).toArray(50) }
    this.host.requestUpdate()
  }

  #add(staff: readonly Staff[]): Promise<void> {
    const { t } = this
    return this.ask(
      {
        key: 'new-obligation',
        heading: t('addObligation'),
        save: t('save'),
        fields: [
          { name: 'kind', label: t('kind'), kind: 'select', options: kinds.map((kind) => [kind, t(`kind_${kind}`)]) },
          { name: 'title', label: t('title'), hint: t('titleHint'), kind: 'text', most: 120 },
          { name: 'ownerId', label: t('owner'), kind: 'select', options: staffOptions(staff), optional: true },
          { name: 'lastCompletedOn', label: t('lastDone'), hint: t('lastDoneHint'), kind: 'date', optional: true },
        ],
      },
      (values, client, signal) =>
        client.obligations.create(
          {
            kind: values.text('kind') as ObligationKind,
            title: values.text('title'),
            ...(values.has('ownerId') && { ownerId: values.text('ownerId') }),
            ...(values.has('lastCompletedOn') && { lastCompletedOn: values.text('lastCompletedOn') }),
          },
          { signal },
        ),
    )
  }

  #complete({ id, title, version }: Obligation): Promise<void> {
    const { t } = this
    return this.ask(
      {
        key: id,
        heading: t('completeName', { title }),
        text: t('completeText'),
        save: t('complete'),
        fields: [
          { name: 'completedOn', label: t('doneOn'), kind: 'date', value: this.host.format.today },
          { name: 'evidence', label: t('evidence'), hint: t('evidenceHint'), kind: 'text', most: 300 },
        ],
      },
      (values, client, signal) =>
        client.obligations.complete(
          id,
          { completedOn: values.text('completedOn'), evidence: values.text('evidence'), version },
          { signal },
        ),
    )
  }

  #change({ id, title, everyDays, ownerId, version }: Obligation, staff: readonly Staff[]): Promise<void> {
    const { t } = this
    return this.ask(
      {
        key: `change-${id}`,
        heading: t('changeName', { title }),
        save: t('save'),
        fields: [
          { name: 'title', label: t('title'), kind: 'text', value: title, most: 120 },
          { name: 'everyDays', label: t('everyDays'), kind: 'number', value: String(everyDays), least: 1, most: 1096 },
          {
            name: 'ownerId',
            label: t('owner'),
            kind: 'select',
            options: staffOptions(staff),
            value: ownerId ?? '',
            optional: true,
          },
          { name: 'ended', label: t('notDoneAnyMore'), kind: 'check' },
        ],
      },
      (values, client, signal) =>
        client.obligations.update(
          id,
          {
            title: values.text('title'),
            everyDays: Number(values.text('everyDays')),
            ...(values.has('ownerId') && { ownerId: values.text('ownerId') }),
            active: !values.has('ended'),
            version,
          },
          { signal },
        ),
    )
  }
}
