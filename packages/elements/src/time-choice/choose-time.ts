import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { PractitionerSummary } from '@visitkit/sdk'
import { zoneOffset } from '../core/format.ts'
import { iconInfo, iconBack, iconNext } from '../core/icons.ts'
import { problemView } from '../core/problem-view.ts'
import { STRIP_DAYS } from './day-strip.ts'
import { holdBar } from './hold-bar.ts'
import { nearestTimes } from './nearest-times.ts'
import type { CalendarDay, Slot, SlotCalendar } from './slot-calendar.ts'
import type { TimeView } from './time-view.ts'

interface ChooseTimeOptions {
  /** The question of the step, and what is decided already. */
  readonly head: unknown
  readonly next: () => void
  /** Chooses another practitioner; undefined where there is no other. */
  readonly elsewhere?: (() => void) | undefined
}

/** "Choose a time": a strip of days, the slots of one day, and the held slot. */
export const chooseTime = (view: TimeView, { head, next, elsewhere }: ChooseTimeOptions): TemplateResult => {
  const calendar = view.choice.times.value
  return html`<div class="stack">
      ${head} ${lostTimeProblem(view)} ${calendar ? days(view, calendar, elsewhere) : skeleton(view)}
    </div>
    ${holdBar(view, next)}`
}

const days = (view: TimeView, calendar: SlotCalendar, elsewhere: ChooseTimeOptions['elsewhere']): unknown => {
  const { choice, t, host } = view
  if (!calendar.firstAvailable(choice.practitionerId ?? null) && !choice.hold.hold) return noTimes(view, elsewhere)
  const { strip } = choice
  const { shown } = strip
  const open = shown.find(({ index }) => index === strip.day)
  return html`<div class="tight">
      <div class="row between">
        <p class="label num">${host.format.at('UTC').month(`${shown[0]?.key ?? ''}T12:00:00Z`)}</p>
        <div class="row turns">
          <button
            class="btn quiet"
            type="button"
            aria-label=${t('earlier')}
            ?disabled=${strip.firstDay === 0}
            @click=${() => strip.turn(-STRIP_DAYS)}
          >
            ${iconBack}
          </button>
          <button
            class="btn quiet"
            type="button"
            aria-label=${t('later')}
            ?disabled=${strip.firstDay + STRIP_DAYS > calendar.lastDay}
            @click=${() => strip.turn(STRIP_DAYS)}
          >
            ${iconNext}
          </button>
        </div>
      </div>
      <div class="days num" role="radiogroup" aria-label=${t('days')}>${shown.map((day) => dayChoice(view, day))}</div>
    </div>
    ${
      open && timesOf(view, open).length > 0
        ? times(view, open)
        : shown.some(({ slots }) => slots === undefined)
          ? skeleton(view)
          : emptyStrip(view, calendar)
    }
    <p class="note">
      ${t('zoneNote', { zone: host.format.zoneName(new Date().toISOString()) })} ${otherZoneText(view)}
    </p>`
}

const dayChoice = ({ choice, t, host }: TimeView, { key, index, slots }: CalendarDay): TemplateResult => {
  const noon = `${key}T12:00:00Z`
  const words = host.format.at('UTC')
  const count = slots?.length ?? 0
  const open = index === choice.strip.day
  return html`<label class="day small">
    <input
      class="visually-hidden"
      type="radio"
      name="day"
      .checked=${open}
      ?disabled=${count === 0 && !open}
      aria-label=${count ? t('dayLabel', { day: words.day(noon), count }) : t('dayNone', { day: words.day(noon) })}
      @change=${() => choice.strip.chooseDay(index)}
    />
    ${words.weekday(noon)}<b>${words.dayOfMonth(noon)}</b>${slots === undefined ? html`&nbsp;` : count ? t('left', { count }) : t('none')}
  </label>`
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

const times = (view: TimeView, day: CalendarDay): unknown => {
  const { host, t } = view
  const all = timesOf(view, day)
  const duplicates = duplicateLabels(view, all)
  const parts = [
    ['morning', 0, 12],
    ['afternoon', 12, 17],
    ['evening', 17, 24],
  ] as const
  return parts.map(([part, from, to]) => {
    const slots = all.filter(({ start }) => host.format.hour(start) >= from && host.format.hour(start) < to)
    if (slots.length === 0) return nothing
    return html`<div class="tight part">
      <h3 class="part" id=${part} aria-level=${host.headingLevel + 1}>${t(part)}</h3>
      <div class="slots" role="group" aria-labelledby=${part}>
        ${repeat(
          slots,
          ({ start }) => start,
          (slot) => slotButton(view, slot, duplicates),
        )}
      </div>
    </div>`
  })
}

/** Times in the hour that repeats when the clocks go back are shown with their zone. */
const duplicateLabels = ({ host }: TimeView, all: readonly Slot[]): ReadonlySet<string> => {
  const seen = new Set<string>()
  const duplicates = new Set<string>()
  for (const { start } of all) {
    const label = host.format.time(start)
    if (seen.has(label)) duplicates.add(label)
    seen.add(label)
  }
  return duplicates
}

const slotButton = ({ choice, host }: TimeView, { start }: Slot, labels: ReadonlySet<string>): TemplateResult => {
  const label = host.format.time(start)
  const duplicates = labels.has(label)
  const held = choice.hold.isActive && choice.hold.hold?.start === start
  return html`<button
    class="slot num"
    type="button"
    aria-label=${duplicates ? host.format.timeWithZone(start) : label}
    aria-pressed=${held}
    aria-busy=${choice.hold.placing === start ? 'true' : nothing}
    @click=${() => choice.choose(start)}
  >
    ${duplicates ? host.format.timeWithZone(start) : host.format.timeOfHalfDay(start)}
  </button>`
}

/** The time in the practitioner's zone, when it differs from the person's. */
const otherZoneText = ({ choice, host, t }: TimeView): string => {
  const one: PractitionerSummary | null =
    choice.practitioner ?? (choice.hold.isActive ? (choice.hold.hold?.practitioner ?? null) : null)
  const at = choice.hold.hold?.start ?? new Date().toISOString()
  const ahead = one ? zoneOffset(at, one.zone) - zoneOffset(at, host.format.zone) : 0
  if (!one || ahead === 0) return ''
  const name = one.displayName
  if (ahead % 60 !== 0) return t('zoneOther', { name, time: host.format.time(at, one.zone) })
  return t(ahead < 0 ? 'zoneBehind' : 'zoneAhead', { name, count: Math.abs(ahead) / 60 })
}

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
        <div class="days">${[1, 2, 3, 4, 5].map(() => html`<span class="skeleton day"></span>`)}</div>
        <span class="skeleton short"></span>
        <div class="slots">${[1, 2, 3, 4, 5, 6].map(() => html`<span class="skeleton target"></span>`)}</div>
      </div>`
