import { html, nothing, type TemplateResult } from 'lit'
import type { ClaimState, ClaimSummary } from '@visitkit/sdk'
import { dayKey, type Formatter } from '../core/format.ts'
import { formatPlainDate, daysUntil, isChangeable, type ClaimDeskTranslate } from './claim-states.ts'
import { column, deskRows, deskTable } from './desk-table.ts'
import { moreButton } from '../core/more-button.ts'
import type { ShownList } from './refresh-list.ts'

/** A claim with fewer days left is flagged: then the server warns of it too. */
const deadlineWarningDays = 14

interface ClaimListView {
  readonly t: ClaimDeskTranslate
  readonly format: Formatter
  readonly level: number
  readonly state: ClaimState
  readonly list: ShownList
  readonly loadingMore: boolean
  readonly problem: unknown
  /** Next to the heading. */
  readonly extra: unknown
  readonly onOpen: (claim: ClaimSummary) => void
  readonly onShowLatest: () => void
  readonly onMore: () => void
}

interface ClaimTableView {
  readonly t: ClaimDeskTranslate
  readonly format: Formatter
  /** Id of the heading that labels it. */
  readonly heading: string
  readonly items: readonly ClaimSummary[]
  /** Claims that are no longer in the state of the list. */
  readonly leftIds: ReadonlySet<string>
  readonly showsState: boolean
  readonly onOpen: (claim: ClaimSummary) => void
}

/** The days to the filing limit of a claim that can still be sent. */
const filingDeadline = (
  { t, format }: ClaimTableView,
  { fileBy, state }: ClaimSummary,
): TemplateResult | typeof nothing => {
  if (!isChangeable({ state, frequency: '1' }) || state === 'self-pay') return nothing
  const days = daysUntil(fileBy, dayKey(new Date().toISOString(), format.zone))
  if (days < 0) return html`<span class="chip bad">${t('overdue')}</span>`
  return html`<span class="chip ${days < deadlineWarningDays ? 'warn' : 'none'}"
    >${t('dueSoon', { count: days })}</span
  >`
}

const openFindings = (t: ClaimDeskTranslate, { blocking, stale }: ClaimSummary, hasLeft: boolean): TemplateResult => {
  if (hasLeft) return html`<span class="chip none">${t('moved')}</span>`
  if (blocking === 0 && !stale) return html`<span class="muted">${t('nothingOpen')}</span>`
  return html`<span class="chips"
    >${blocking > 0 ? html`<span class="chip warn">${t('blocking', { count: blocking })}</span>` : nothing}
    ${stale ? html`<span class="chip warn">${t('staleChip')}</span>` : nothing}</span
  >`
}

const row = (view: ClaimTableView, claim: ClaimSummary): TemplateResult => {
  const { t, format, leftIds, showsState, onOpen } = view
  const { id, patient, number, payer, serviceDate, fileBy, chargeCents, paidCents } = claim
  return html`<tr role="row" class=${leftIds.has(id) ? 'gone' : ''}>
    <th role="rowheader" scope="row">
      <button class="open" id="claim-${id}" type="button" @click=${() => onOpen(claim)}>
        <b dir="auto">${patient?.displayName ?? number}</b>
      </button>
      <span class="small muted" dir="ltr">${number}</span>
    </th>
    <td role="cell" data-label=${t('columnFileBy')}>
      <span class="chips">${formatPlainDate(format, fileBy)} ${filingDeadline(view, claim)}</span>
    </td>
    <td role="cell" data-label=${t('columnPayer')}><bdi>${payer.name}</bdi></td>
    <td role="cell" data-label=${t('columnService')}>${formatPlainDate(format, serviceDate)}</td>
    <td role="cell" class="amount" data-label=${t('columnAmount')}>${format.money(chargeCents)}</td>
    <td role="cell" class="amount" data-label=${t('columnPaid')}>${format.money(paidCents)}</td>
    ${showsState ? html`<td role="cell" data-label=${t('columnState')}>${t(`state_${claim.state}`)}</td>` : nothing}
    <td role="cell" data-label=${t('columnOpen')}>${openFindings(t, claim, leftIds.has(id))}</td>
  </tr>`
}

/** Arrow keys, Home and End move between rows. */
const moveRowFocus = (event: KeyboardEvent): void => {
  const table = event.currentTarget as HTMLElement
  const openers = [...table.querySelectorAll<HTMLElement>('.open')]
  const at = openers.indexOf(event.target as HTMLElement)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: openers.length - 1 }[event.key]
  if (at < 0 || to === undefined) return
  event.preventDefault()
  openers[to]?.focus()
}

export const claimTable = (view: ClaimTableView): TemplateResult => {
  const { t, format, heading, items, leftIds, showsState } = view
  return deskTable({
    kind: 'claims',
    heading,
    head: [
      column(t('columnPatient')),
      column(t('columnFileBy')),
      column(t('columnPayer')),
      column(t('columnService')),
      column(t('columnAmount'), 'amount'),
      column(t('columnPaid'), 'amount'),
      ...(showsState ? [column(t('columnState'))] : []),
      column(t('columnOpen')),
    ],
    rows: deskRows({
      format,
      items,
      idOf: ({ id }) => id,
      row: (claim) => row(view, claim),
      shows: ({ id }) => [leftIds.has(id), showsState],
    }),
    onKey: moveRowFocus,
  })
}

/** The claims of one state. */
export const claimList = (view: ClaimListView): TemplateResult => {
  const { t, level, state, list, problem } = view
  return html`<section class="part" aria-labelledby="list-heading">
    <div class="row between wrap">
      <div class="tight">
        <h3 id="list-heading" tabindex="-1" aria-level=${level + 1}>
          ${t('listHeading', { state: t(`state_${state}`) })}
        </h3>
        <p class="small muted">${t('listHint')} <span class="keys">${t('keysHint')}</span></p>
      </div>
      ${view.extra}
      <button
        class="btn small ${list.changeCount > 0 ? '' : 'idle'}"
        type="button"
        ?disabled=${list.changeCount === 0}
        @click=${view.onShowLatest}
      >
        ${t('news', { count: list.changeCount })}
      </button>
    </div>
    ${problem ?? nothing}
    ${
      list.items.length === 0
        ? html`<div class="empty tight">
            <p><b>${t('emptyHeading')}</b></p>
            <p class="muted">${t('emptyText')}</p>
          </div>`
        : claimTable({ ...view, heading: 'list-heading', items: list.items, leftIds: list.leftIds, showsState: false })
    }
    ${moreButton(t('more'), { next: list.next, busy: view.loadingMore, onMore: view.onMore })}
  </section>`
}
