import { html, nothing, type TemplateResult } from 'lit'
import { moveFocus } from '../core/focus.ts'
import { iconBack, iconNext } from '../core/icons.ts'
import { STRIP_DAYS } from './day-strip.ts'
import type { CalendarDay, SlotCalendar } from './slot-calendar.ts'
import type { TimeView } from './time-view.ts'

/** Above this the number of free times helps no one to choose a day. */
const MOST_COUNTED = 9

/** A strip of days. It moves only where there are more days, and says where they end. */
export const dayChoice = (view: TimeView, calendar: SlotCalendar): TemplateResult => {
  const { choice, t, host } = view
  const { strip } = choice
  const { shown } = strip
  const words = host.format.at('UTC')
  const turn = async (days: number): Promise<void> => {
    await strip.turn(days)
    await host.updateComplete
    // The button is gone with the last of its days.
    if (!host.shadowRoot?.activeElement) await moveFocus(host, 'input[name="day"]:checked')
  }
  const last = shown.at(-1)
  return html`<div class="tight">
    <div class="row between">
      <h3 class="part" id="days" aria-level=${host.headingLevel + 1}>${words.month(noonOf(shown[0]))}</h3>
      <div class="row turns">
        ${
          strip.hasEarlier
            ? html`<button
                class="btn quiet"
                type="button"
                aria-label=${t('earlier')}
                @click=${() => void turn(-STRIP_DAYS)}
              >
                ${iconBack}
              </button>`
            : nothing
        }
        ${
          strip.hasLater
            ? html`<button
                class="btn quiet"
                type="button"
                aria-label=${t('later')}
                @click=${() => void turn(STRIP_DAYS)}
              >
                ${iconNext}
              </button>`
            : nothing
        }
      </div>
    </div>
    <div class="days num" role="radiogroup" aria-label=${t('days')}>${shown.map((day) => dayButton(view, day))}</div>
    ${
      last?.index === calendar.lastDay
        ? html`<p class="small muted">${t('lastDay', { day: words.day(noonOf(last)) })}</p>`
        : nothing
    }
  </div>`
}

const noonOf = (day: CalendarDay | undefined): string => `${day?.key ?? ''}T12:00:00Z`

const dayButton = ({ choice, t, host }: TimeView, { key, index, slots }: CalendarDay): TemplateResult => {
  const noon = `${key}T12:00:00Z`
  const words = host.format.at('UTC')
  const count = slots?.length ?? 0
  const open = index === choice.strip.day
  const left = count > MOST_COUNTED ? t('leftMany', { count: MOST_COUNTED }) : count ? t('left', { count }) : t('none')
  return html`<label class="day small">
    <input
      type="radio"
      name="day"
      .checked=${open}
      ?disabled=${count === 0 && !open}
      aria-label=${count ? t('dayLabel', { day: words.day(noon), count }) : t('dayNone', { day: words.day(noon) })}
      @change=${() => choice.strip.chooseDay(index)}
    />
    ${words.weekday(noon)}<b>${words.dayOfMonth(noon)}</b>${slots === undefined ? html`&nbsp;` : left}
  </label>`
}
