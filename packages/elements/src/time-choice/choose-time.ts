import { html, nothing, type TemplateResult } from 'lit'
import { iconInfo } from '../core/icons.ts'
import { problemView } from '../core/problem-view.ts'
import { dayChoice } from './day-choice.ts'
import { dayTimes } from './day-times.ts'
import { firstAvailable } from './first-available.ts'
import { holdBar } from './hold-bar.ts'
import { nearestTimes } from './nearest-times.ts'
import type { CalendarDay, Slot, SlotCalendar } from './slot-calendar.ts'
import type { TimeView } from './time-view.ts'
import { zoneNote } from './zone-note.ts'

interface ChooseTimeOptions {
  /** The question of the step, and what is decided already. */
  readonly head: unknown
  readonly next: () => void
  /** Chooses another practitioner; undefined where there is no other. */
  readonly elsewhere?: (() => void) | undefined
  /** Shown below the times. */
  readonly below?: unknown
  /** Shown instead of the times when no one has a license where the patient will be. */
  readonly unlicensed?: unknown
}

/** "Choose a time": the first free one, a strip of days, the times of one day, and the held time. */
export const chooseTime = (
  view: TimeView,
  { head, next, elsewhere, below = nothing, unlicensed }: ChooseTimeOptions,
): TemplateResult => {
  const calendar = view.choice.times.value
  if (calendar && unlicensed && view.choice.isUnlicensed) return html`<div class="stack">${head} ${unlicensed}</div>`
  return html`<div class="stack">
      ${head} ${lostTimeProblem(view)} ${calendar ? days(view, calendar, elsewhere) : skeleton(view)} ${below}
    </div>
    ${holdBar(view, next)}`
}

const days = (view: TimeView, calendar: SlotCalendar, elsewhere: ChooseTimeOptions['elsewhere']): unknown => {
  const { choice, host } = view
  if (!calendar.firstAvailable(choice.practitionerId ?? null) && !choice.hold.hold) return noTimes(view, elsewhere)
  const { shown, day } = choice.strip
  const open = shown.find(({ index }) => index === day)
  const slots = open ? timesOf(view, open) : []
  return html`${zoneNote(view)} ${firstAvailable(view, calendar)} ${dayChoice(view, calendar)}
  ${
    open && slots.length > 0
      ? html`<h3 class="part" aria-level=${host.headingLevel + 1}>
            ${host.format.at('UTC').dayInWords(`${open.key}T12:00:00Z`, calendar.noonOfToday)}
          </h3>
          ${dayTimes(view, slots)}`
      : shown.some((one) => one.slots === undefined)
        ? skeleton(view)
        : emptyStrip(view, calendar)
  }`
}

/** The slots of a day, with the one held for this person, which is no longer free for others. */
const timesOf = ({ choice }: TimeView, { index, slots }: CalendarDay): Slot[] => {
  const hold = choice.hold.isActive ? choice.hold.hold : null
  const held = hold && choice.times.value?.dayIndex(hold.start) === index ? hold : null
  const available = (slots ?? []).filter(({ start }) => start !== held?.start)
  return held
    ? [...available, { start: held.start, practitionerIds: [held.practitioner.id] }].toSorted(byStart)
    : available
}

const byStart = (a: Slot, b: Slot): number => a.start.localeCompare(b.start)

/** The slot was lost: shows that, and offers the nearest ones. */
const lostTimeProblem = (view: TimeView): unknown => {
  const { choice, host, t } = view
  const { problem } = choice.hold
  if (choice.times.problem)
    return problemView(host, choice.times.problem, { texts: t, retry: () => void choice.reload() })
  if (!problem) return nothing
  return problemView(host, problem, {
    texts: t,
    actions: nearestTimes(view, problem, '.slot[aria-pressed="true"]'),
  })
}

/** These days are full: offers the next day with a free slot. */
const emptyStrip = ({ choice, host, t }: TimeView, calendar: SlotCalendar): TemplateResult => {
  const next =
    calendar.firstAvailable(choice.practitionerId ?? null, choice.strip.firstDay) ??
    calendar.firstAvailable(choice.practitionerId ?? null)
  return html`<div class="stack">
    <p>${t('noTimesHere')}</p>
    ${
      next
        ? html`<div>
            <button class="btn" type="button" @click=${() => choice.strip.goToDay(next.day.index)}>
              ${t('nextDay', { day: host.format.day(next.slot.start) })}
            </button>
          </div>`
        : nothing
    }
  </div>`
}

const noTimes = ({ host, t }: TimeView, elsewhere: ChooseTimeOptions['elsewhere']): TemplateResult =>
  html`<div class="banner" role="status">
    ${iconInfo}
    <div class="stack">
      <div class="tight">
        <h3 class="part" aria-level=${host.headingLevel + 1}>${t('noTimes')}</h3>
        <p>${t('noTimesHint')}</p>
      </div>
      ${
        elsewhere
          ? html`<div>
              <button class="btn" type="button" @click=${elsewhere}>${t('someoneElse')}</button>
            </div>`
          : nothing
      }
    </div>
  </div>`

/** As many days and slots as usual, so that the layout does not shift when they load. */
const skeleton = ({ t, choice }: TimeView): unknown =>
  choice.times.problem
    ? nothing
    : html`<div class="stack" aria-busy="true">
        <p class="visually-hidden" role="status">${t('loadingTimes')}</p>
        <span class="skeleton target"></span>
        <div class="days">${[1, 2, 3, 4, 5].map(() => html`<span class="skeleton day"></span>`)}</div>
        <span class="skeleton short"></span>
        <div class="slots">${[1, 2, 3, 4, 5, 6].map(() => html`<span class="skeleton target"></span>`)}</div>
      </div>`
