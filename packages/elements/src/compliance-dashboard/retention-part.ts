import { css, html, nothing, type TemplateResult } from 'lit'
import type { RetentionSchedule, RetentionSummary, VisitClient } from '@visitkit/sdk'
import { adoptStyles } from '../core/adopt-styles.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { ProgramPart } from './program-part.ts'

interface Retention {
  readonly schedule: RetentionSchedule
  readonly summary: RetentionSummary
}

/** Three short columns, which fit a narrow page. */
const scheduleStyles = css`
  th,
  td {
    padding: calc(var(--_s) * 2) var(--_s);
    text-align: start;
  }
  tbody th {
    font-weight: inherit;
  }
`

/** Most years in the contract. */
const most = 200

/** How long records are kept, and how many are due, held and erased. */
export class RetentionPart extends ProgramPart<Retention> {
  constructor(host: VisitElement) {
    super(host)
    adoptStyles(host, [scheduleStyles])
  }

  protected override async read(client: VisitClient, signal: AbortSignal): Promise<Retention> {
    await this.readPermissions(client, signal)
    const [schedule, summary] = await Promise.all([
      client.retention.schedule({ signal }),
      client.retention.summary({ signal }),
    ])
    return { schedule, summary }
  }

  protected override view({ schedule, summary }: Retention): TemplateResult {
    const { t } = this
    const number = (value: number): string => this.host.format.number(value)
    const { changedAt, changedBy, majorityAge, periods } = schedule
    return html`<p class="muted">${t('retentionIntro', { age: number(majorityAge) })}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">${t('class')}</th>
            <th scope="col" class="num">${t('years')}</th>
            <th scope="col" class="num">${t('leastYears')}</th>
          </tr>
        </thead>
        <tbody>
          ${periods.map(
            (each) =>
              html`<tr>
                <th scope="row">${t(`class_${each.class}`)}</th>
                <td class="num">${number(each.years)}</td>
                <td class="num">${number(each.leastYears)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
      ${
        changedAt && changedBy
          ? html`<p class="small muted" dir="auto">
              ${t('changedBy', {
                name: changedBy.displayName ?? t('formerColleague'),
                day: this.host.format.date(changedAt),
              })}
            </p>`
          : nothing
      }
      ${this.may('retention:manage') ? html`<div>${this.button(t('changeYears'), () => void this.#change(schedule))}</div>` : nothing}
      <section class="part stack">
        <h3 aria-level=${this.host.headingLevel + 1}>${t('retentionNow')}</h3>
        <ul class="lined">
          ${(['due', 'held', 'erased'] as const).map(
            (each) =>
              html`<li class="row between">
                <span>${t(`${each}Records`)}</span><b class="num">${number(summary[each])}</b>
              </li>`,
          )}
        </ul>
        <p class="small muted">${t('retentionDesk')}</p>
      </section>`
  }

  #change({ periods, version }: RetentionSchedule): Promise<void> {
    const { t } = this
    return this.ask(
      {
        key: 'retention',
        heading: t('changeYears'),
        text: t('changeYearsText'),
        save: t('save'),
        fields: periods.map((each) => ({
          ...{ name: each.class, kind: 'number', value: String(each.years), least: 1, most },
          label: t('yearsOf', { name: t(`class_${each.class}`) }),
          hint: t('yearsHint', { least: this.host.format.number(each.leastYears) }),
        })),
      },
      (values, client, signal) => {
        const [medical, financial, accesses] = (['medical', 'financial', 'accesses'] as const).map((each) =>
          Number(values.text(each)),
        ) as [number, number, number]
        return client.retention.changeSchedule({ medical, financial, accesses, version }, { signal })
      },
    )
  }
}
