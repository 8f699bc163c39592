import { html, nothing, type TemplateResult } from 'lit'
import type { Incident, IncidentNotice, IncidentStatus, VisitClient } from '@visitkit/sdk'
import { ProgramPart } from './program-part.ts'
import { ReachedPatients } from './reached-patients.ts'
import type { Staff } from './staff-options.ts'

interface Incidents {
  /** Null for a reader who can only report one. */
  readonly items: readonly Incident[] | null
  readonly staff: readonly Staff[]
}

const looks = { open: 'bad', assessed: 'warn', closed: 'ok' } as const satisfies Record<IncidentStatus, string>
const factors = ['nature', 'recipient', 'acquired', 'remaining'] as const
const levels = [1, 2, 3] as const

/** Incidents with their deadlines. Everyone reports; privacy officers assess. */
export class IncidentsPart extends ProgramPart<Incidents> {
  readonly #reached = new ReachedPatients(this.host, this.t)

  protected override async read(client: VisitClient, signal: AbortSignal): Promise<Incidents> {
    await this.readPermissions(client, signal)
    if (!this.may('incident:manage')) return { items: null, staff: [] }
    const [items, { items: reviews }] = await Promise.all([
      client.incidents.list({}, { signal }).toArray(200),
      client.accessReviews.list({ signal }),
    ])
    return { items, staff: reviews.map(({ member }) => member) }
  }

  override reset(): void {
    super.reset()
    this.#reached.reset()
  }

  protected override view({ items, staff }: Incidents): TemplateResult {
    const { t } = this
    return html`<p class="muted">${t(items === null ? 'reportText' : 'incidentsText')}</p>
      <div>${this.button(t('report'), () => void this.#report())}</div>
      ${items?.length === 0 ? html`<p>${t('noIncidents')}</p>` : nothing}
      ${
        items === null
          ? nothing
          : html`<ul class="lined">
                ${items.map((incident) => this.#row(incident))}
              </ul>
              ${this.#reached.render(this.client, staff)}`
      }`
  }

  #row(incident: Incident): TemplateResult {
    const { t } = this
    const { status, discoveredOn, description, findings, isBreach, patientsConcerned, notices } = incident
    const day = this.day(discoveredOn)
    return html`<li class="stack">
      <div class="row between wrap">
        <b class="grow">${t('discoveredOn', { day })}</b>
        <span class="chip ${looks[status]}">${t(`incident_${status}`)}</span>
      </div>
      <p class="text-block" dir="auto">${description}</p>
      ${findings ? html`<p class="small text-block" dir="auto">${findings}</p>` : nothing}
      ${
        isBreach === undefined
          ? html`<p class="small">${t('presumed')}</p>`
          : html`<p class="small">
              <b>${t(isBreach ? 'isBreach' : 'noBreach')}</b> ${t('concerned', { count: patientsConcerned ?? 0 })}
            </p>`
      }
      ${
        notices.length === 0
          ? nothing
          : html`<ul class="lined small">
              ${notices.map((notice) => this.#notice(incident, notice))}
            </ul>`
      }
      <div>
        ${this.button(t(isBreach === undefined ? 'assess' : 'assessAgain'), () => void this.#assess(incident), t(isBreach === undefined ? 'assessName' : 'assessAgainName', { day }))}
      </div>
    </li>`
  }

  #notice({ id, version }: Incident, { recipient, dueOn, sentOn }: IncidentNotice): TemplateResult {
    const { t } = this
    const to = t(`recipient_${recipient}`)
    const send = (): void =>
      void this.change(
        (client, signal) => client.incidents.recordNotice(id, { recipient, version }, { signal }),
        t('saved'),
      )
    return html`<li class="row between wrap">
      <span class="grow">${to}</span>
      ${
        sentOn
          ? html`<span class="num">${t('sentOn', { day: this.day(sentOn) })}</span>`
          : html`<span class="row wrap">
              <span class="num">${t('dueOn', { day: this.day(dueOn) })}</span>
              ${this.dueChip(dueOn, this.host.format.today)} ${this.button(t('sent'), send, t('sentName', { to }))}
            </span>`
      }
    </li>`
  }

  #report(): Promise<void> {
    const { t } = this
    return this.ask(
      {
        key: 'new-incident',
        heading: t('report'),
        text: t('reportText'),
        save: t('reportSend'),
        fields: [
          { name: 'discoveredOn', label: t('discovered'), kind: 'date', value: this.host.format.today },
          { name: 'description', label: t('happened'), hint: t('happenedHint'), kind: 'area' },
        ],
      },
      (values, client, signal) =>
        client.incidents.report(
          { discoveredOn: values.text('discoveredOn'), description: values.text('description') },
          { signal },
        ),
    )
  }

  #assess(incident: Incident): Promise<void> {
    const { t } = this
    const { id, version } = incident
    return this.ask(
      {
        key: id,
        heading: t('assessName', { day: this.day(incident.discoveredOn) }),
        text: t('assessText'),
        save: t('save'),
        fields: [
          ...factors.map((factor) => ({
            name: factor,
            label: t(`factor_${factor}`),
            kind: 'select' as const,
            options: levels.map((level) => [String(level), t(`level_${level}`)] as const),
            value: String(incident.factors?.[factor] ?? ''),
          })),
          {
            name: 'patients',
            label: t('patients'),
            kind: 'number',
            least: 0,
            most: 100_000_000,
            value: String(incident.patientsConcerned ?? ''),
          },
          { name: 'many', label: t('manyInOneState'), kind: 'check' },
          { name: 'findings', label: t('findings'), kind: 'area', value: incident.findings ?? '' },
        ],
      },
      (values, client, signal) => {
        const [nature = 3, recipient = 3, acquired = 3, remaining = 3] = factors.map((each) =>
          Number(values.text(each)),
        )
        return client.incidents.assess(
          id,
          {
            factors: { nature, recipient, acquired, remaining },
            findings: values.text('findings'),
            patientsConcerned: Number(values.text('patients')),
            manyInOneState: values.has('many'),
            version,
          },
          { signal },
        )
      },
    )
  }
}
