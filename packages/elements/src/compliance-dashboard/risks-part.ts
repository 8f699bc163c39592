import { html, nothing, type TemplateResult } from 'lit'
import type { Risk, RiskTreatment, VisitClient } from '@visitkit/sdk'
import type { FormValues } from './form-values.ts'
import { ProgramPart } from './program-part.ts'
import { staffOptions, type Staff } from './staff-options.ts'

interface Risks {
  readonly items: readonly Risk[]
  readonly staff: readonly Staff[]
}

const treatments = ['mitigate', 'accept', 'transfer', 'avoid'] as const satisfies readonly RiskTreatment[]
const steps = [1, 2, 3, 4, 5] as const

/** The risk register, the greatest risk first. */
export class RisksPart extends ProgramPart<Risks> {
  protected override async read(client: VisitClient, signal: AbortSignal): Promise<Risks> {
    await this.readPermissions(client, signal)
    const [{ items }, { items: reviews }] = await Promise.all([
      client.risks.list({}, { signal }),
      client.accessReviews.list({ signal }),
    ])
    return { items, staff: reviews.map(({ member }) => member) }
  }

  protected override view({ items, staff }: Risks): TemplateResult {
    const { t } = this
    const mayChange = this.may('obligation:manage')
    return html`<p class="muted">${t('risksText')}</p>
      ${items.length === 0 ? html`<p>${t('noRisks')}</p>` : nothing}
      <ul class="lined">
        ${items.map((risk) => this.#row(risk, staff, mayChange))}
      </ul>
      ${mayChange ? html`<div>${this.button(t('addRisk'), () => void this.#add(staff))}</div>` : nothing}`
  }

  #row(risk: Risk, staff: readonly Staff[], mayChange: boolean): TemplateResult {
    const { t } = this
    const size = risk.likelihood * risk.impact
    const owner = staff.find(({ memberId }) => memberId === risk.ownerId)?.displayName ?? t('noOwner')
    return html`<li class="stack">
      <div class="row between wrap">
        <span class="grow">
          <b dir="auto">${risk.threat}</b><br /><span class="small" dir="auto">${risk.asset}</span><br />
          <span class="small muted">${t('ownerIs', { owner })}</span>
        </span>
        <span class="row wrap">
          <span class="chip ${size >= 15 ? 'bad' : size >= 8 ? 'warn' : 'ok'}">
            ${t('riskSize', { size: this.host.format.number(size) })}
          </span>
          <span class="small num">${t('reviewOn', { day: this.day(risk.reviewOn) })}</span>
        </span>
      </div>
      <p class="small">
        ${t('likelihoodAndImpact', {
          likelihood: t(`likelihood_${this.#step(risk.likelihood)}`),
          impact: t(`impact_${this.#step(risk.impact)}`),
        })}
        ${t(`treatment_${risk.treatment}`)}
      </p>
      ${risk.plan ? html`<p class="small text-block" dir="auto">${risk.plan}</p>` : nothing}
      ${mayChange ? html`<div>${this.button(t('reviewRisk'), () => void this.#review(risk), t('reviewRiskName', { threat: risk.threat }))}</div>` : nothing}
    </li>`
  }

  #step(value: number): (typeof steps)[number] {
    return steps.find((step) => step === value) ?? 5
  }

  get #assessment() {
    const { t } = this
    return [
      {
        name: 'likelihood',
        label: t('likelihood'),
        kind: 'select',
        options: steps.map((step) => [String(step), t(`likelihood_${step}`)] as const),
      },
      {
        name: 'impact',
        label: t('impact'),
        kind: 'select',
        options: steps.map((step) => [String(step), t(`impact_${step}`)] as const),
      },
      {
        name: 'treatment',
        label: t('treatment'),
        kind: 'select',
        options: treatments.map((each) => [each, t(`treatment_${each}`)] as const),
      },
      { name: 'plan', label: t('plan'), hint: t('planHint'), kind: 'area', most: 1000, optional: true },
    ] as const
  }

  #valuesOf(values: FormValues) {
    return {
      likelihood: Number(values.text('likelihood')),
      impact: Number(values.text('impact')),
      treatment: values.text('treatment') as RiskTreatment,
      ...(values.has('plan') && { plan: values.text('plan').replaceAll(/\s+/g, ' ').trim() }),
    }
  }

  #add(staff: readonly Staff[]): Promise<void> {
    const { t } = this
    return this.ask(
      {
        key: 'new-risk',
        heading: t('addRisk'),
        save: t('save'),
        fields: [
          { name: 'asset', label: t('asset'), hint: t('assetHint'), kind: 'text', most: 120 },
          { name: 'threat', label: t('threat'), hint: t('threatHint'), kind: 'text', most: 300 },
          ...this.#assessment,
          { name: 'ownerId', label: t('owner'), kind: 'select', options: staffOptions(staff), optional: true },
        ],
      },
      (values, client, signal) =>
        client.risks.create(
          {
            ...this.#valuesOf(values),
            asset: values.text('asset'),
            threat: values.text('threat'),
            ...(values.has('ownerId') && { ownerId: values.text('ownerId') }),
          },
          { signal },
        ),
    )
  }

  #review({ id, threat, version, likelihood, impact, treatment, plan }: Risk): Promise<void> {
    const { t } = this
    const before: Record<string, string> = {
      likelihood: String(likelihood),
      impact: String(impact),
      treatment,
      plan: plan ?? '',
    }
    return this.ask(
      {
        key: id,
        heading: t('reviewRiskName', { threat }),
        text: t('reviewRiskText'),
        save: t('save'),
        fields: [
          ...this.#assessment.map((field) => ({ ...field, value: before[field.name] ?? '' })),
          { name: 'ended', label: t('riskGone'), kind: 'check' },
        ],
      },
      (values, client, signal) =>
        client.risks.update(id, { ...this.#valuesOf(values), active: !values.has('ended'), version }, { signal }),
    )
  }
}
