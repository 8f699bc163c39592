import { html, nothing, type TemplateResult } from 'lit'
import type { Finding, ObligationTotals, VisitClient } from '@visitkit/sdk'
import { adoptStyles } from '../core/adopt-styles.ts'
import { numbersTable } from '../core/plot/numbers-table.ts'
import { partStyles } from '../core/plot/part.styles.ts'
import { plotStyles } from '../core/plot/plot.styles.ts'
import { stackedBar, swatch, type BarPart } from '../core/plot/stacked-bar.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { ProgramPart } from './program-part.ts'

interface Due {
  readonly items: readonly Finding[]
  readonly totals: readonly ObligationTotals[]
  readonly nextCursor: string | null
}

const tones = { inTime: 'ok', soon: 'warn', overdue: 'bad' } as const satisfies Record<string, BarPart['tone']>
type Share = keyof typeof tones
const shares = Object.keys(tones) as Share[]

/** What is due and overdue, and how much of each area is in time. */
export class DuePart extends ProgramPart<Due> {
  constructor(host: VisitElement) {
    super(host)
    adoptStyles(host, [plotStyles, partStyles])
  }

  protected override async read(client: VisitClient, signal: AbortSignal): Promise<Due> {
    return client.findings.list({}, { signal })
  }

  protected override view({ items, totals, nextCursor }: Due): TemplateResult {
    const { t } = this
    const overdue = items.filter(({ status }) => status === 'overdue')
    const soon = items.filter(({ status }) => status === 'soon')
    return html`<figure class="stack" aria-labelledby="areas">
        <figcaption id="areas" class="muted">${t('areasText')}</figcaption>
        <p class="small row wrap">
          ${shares.map((share) => html`<span>${swatch(tones[share])} ${this.#word(share)}</span>`)}
        </p>
        ${totals.filter(({ total }) => total > 0).map((area) => this.#area(area))}
        <details class="small">
          <summary>${t('areasTable')}</summary>
          ${numbersTable({
            caption: t('areasText'),
            columns: [t('area'), ...shares.map((share) => this.#word(share))],
            rows: totals.map((area) => [t(`area_${area.area}`), ...shares.map((share) => this.#number(area[share]))]),
          })}
        </details>
      </figure>
      ${items.length === 0 ? html`<p>${t('nothingDue')}</p>` : nothing} ${this.#list(t('overdueHeading'), overdue)}
      ${this.#list(t('soonHeading'), soon)}
      ${this.moreButton(nextCursor, async (client, cursor, signal) => {
        const page = await client.findings.list({ cursor }, { signal })
        return { ...page, items: [...items, ...page.items] }
      })}`
  }

  #word(share: Share): string {
    return this.t(share === 'inTime' ? 'inTime' : `status_${share}`)
  }

  #number(value: number): string {
    return this.host.format.number(value)
  }

  #area(area: ObligationTotals): TemplateResult {
    const name = this.t(`area_${area.area}`)
    return html`<div class="area">
      <div class="row between">
        <b>${name}</b
        ><span class="num small"
          >${this.t('of', { inTime: this.#number(area.inTime), total: this.#number(area.total) })}</span
        >
      </div>
      ${stackedBar(
        name,
        shares.map((share) => ({
          name: this.#word(share),
          value: area[share],
          words: this.#number(area[share]),
          tone: tones[share],
        })),
      )}
    </div>`
  }

  #list(heading: string, findings: readonly Finding[]): unknown {
    if (findings.length === 0) return nothing
    const { headingLevel } = this.host
    return html`<section class="part stack">
      <h3 aria-level=${headingLevel + 1}>${heading}</h3>
      <ul class="lined">
        ${findings.map((finding) => this.#finding(finding))}
      </ul>
    </section>`
  }

  #finding({ kind, status, dueOn, obligationKind, title, member, recipient }: Finding): TemplateResult {
    const { t } = this
    const about = [
      obligationKind ? t(`kind_${obligationKind}`) : [],
      title ?? [],
      member?.displayName ?? [],
      recipient ? t(`recipient_${recipient}`) : [],
    ].flat()
    return html`<li class="row between wrap">
      <span class="grow">
        <b>${t(`finding_${kind}`)}</b><br /><span class="small" dir="auto">${this.host.format.list(about)}</span>
      </span>
      <span class="row wrap">
        <span class="small num">${t('dueOn', { day: this.day(dueOn) })}</span>
        <span class="chip ${status === 'overdue' ? 'bad' : 'warn'}">${t(`status_${status}`)}</span>
      </span>
    </li>`
  }
}
