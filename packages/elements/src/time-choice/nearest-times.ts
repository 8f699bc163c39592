import { html, nothing, type TemplateResult } from 'lit'
import { moveFocus } from '../core/focus.ts'
import type { Problem } from '../core/problem.ts'
import type { TimeView } from './time-view.ts'

/**
 * Free times near one that was refused: those of the refusal, else of the times on the screen.
 *
 * @param focusOn - What has the focus after one of them is held: its button is then gone.
 */
export const nearestTimes = (
  view: TimeView,
  { nearest }: Problem,
  focusOn: string,
): TemplateResult | typeof nothing => {
  const { choice, host, t } = view
  const { lostStart, practitionerId, times } = choice
  const starts =
    nearest ?? (lostStart ? times.value?.nearest(lostStart, practitionerId ?? null).map(({ start }) => start) : [])
  if (!starts?.length) return nothing
  return html`<div class="tight">
    <p class="small">${t('nearest')}</p>
    <div class="row wrap">
      ${starts.map(
        (start) =>
          html`<button class="btn num" type="button" @click=${() => void chooseNearby(view, start, focusOn)}>
            ${host.format.soon(start)}
          </button>`,
      )}
    </div>
  </div>`
}

const chooseNearby = async ({ choice, host }: TimeView, start: string, focusOn: string): Promise<void> => {
  const index = choice.times.value?.dayIndex(start)
  if (index !== undefined && index !== choice.strip.day) choice.strip.goToDay(index)
  choice.strip.openParts(undefined)
  if (await choice.choose(start)) await moveFocus(host, focusOn)
}
