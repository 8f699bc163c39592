import { html, nothing, type TemplateResult } from 'lit'
import { chooseTime } from '../../time-choice/choose-time.ts'
import type { GroupTime } from './group-times.ts'
import type { NewVisitView } from './new-visit-view.ts'
import { noLicense, placeLine } from './place-field.ts'
import { stepHead } from './step-head.ts'

/** "Choose a time": groups with a free seat, the free times, and the way to a time that is not among them. */
export const timePanel = (view: NewVisitView): TemplateResult => {
  const { t, time, flow, goTo } = view
  const { practitionerId } = time.choice
  const isSeveral = flow.patients.length > 1
  return chooseTime(time, {
    head: html`${stepHead(view, t('timeHeading'), 'what')}
    ${isSeveral ? html`<p class="small">${t('inARowHint', { count: flow.patients.length })}</p>` : nothing}
    ${placeLine(view)} ${groupList(view)}`,
    next: () => goTo('confirm'),
    unlicensed: noLicense(view),
    elsewhere:
      practitionerId !== null && flow.practitioners.length > 1 ? () => time.choice.choosePractitioner(null) : undefined,
    below: html`<div>
      <button class="btn" type="button" @click=${() => toTypedTime(view)}>${t('otherTime')}</button>
    </div>`,
  })
}

/** Begins with the time that was refused, else with the first free one. */
const toTypedTime = ({ time, flow, goTo }: NewVisitView): void => {
  const { lostStart, times, practitionerId } = time.choice
  const first = times.value?.firstAvailable(practitionerId ?? null)?.slot.start
  flow.typed.begin(lostStart ?? first ?? new Date().toISOString())
  goTo('typed')
}

/** The groups that others have joined. Another time begins a new group. */
const groupList = ({ host, t, time, flow }: NewVisitView): TemplateResult | typeof nothing => {
  const groups = flow.groups.found.value ?? []
  if (!flow.isGroup || groups.length === 0) return nothing
  const { hold, isActive } = time.choice.hold
  const isHeld = ({ start, practitionerId }: GroupTime): boolean =>
    isActive && hold?.start === start && hold.practitioner.id === practitionerId
  const join = (group: GroupTime): void => {
    time.choice.practitionerId = group.practitionerId
    void time.choice.choose(group.start)
  }
  return html`<section class="card" part="groups" aria-labelledby="groups">
    <h3 class="pad head" id="groups">${t('groups')}</h3>
    <ul class="rows">
      ${groups.map(
        (group) =>
          html`<li>
            <span class="tight grow num">
              <b>${host.format.soon(group.start)}</b>
              <span class="small muted"><bdi>${group.practitionerName}</bdi></span>
            </span>
            <span class="chip none">${t('seatsLeft', { count: group.seatsLeft })}</span>
            <button
              class="btn small"
              type="button"
              aria-pressed=${isHeld(group)}
              aria-label=${t('joinAt', { time: host.format.moment(group.start), name: group.practitionerName })}
              @click=${() => join(group)}
            >
              ${t('join')}
            </button>
          </li>`,
      )}
    </ul>
  </section>`
}
